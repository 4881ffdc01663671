/** `index.html` of a package: the opening screen, readable before any script has arrived, with its style inlined under a strict policy. */
import { createHash } from 'node:crypto'

export interface IndexHtmlFacts {
  readonly locale: string
  /** Says nothing about the subject: it shows in tabs and in the browser's history. */
  readonly title: string
  readonly style: string
  /** The opening screen, rendered by the player itself. */
  readonly opening: string
}

/** The language tag of a lesson's locale, for hyphens and read-aloud voices. */
const languages: Readonly<Record<string, string>> = { en: 'en-GB' }

/** @returns the page. Its scripts are classic and deferred, since LMSs serve modules with wrong types */
export function indexHtml({ locale, title, style, opening }: IndexHtmlFacts): string {
  const css = style.replaceAll('</', '<\\/').trim()
  const policy = [
    'default-src \'self\'',
    'img-src \'self\' data:',
    `style-src 'self' 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    'base-uri \'none\'',
    'object-src \'none\'',
    'form-action \'none\'',
  ].join('; ')
  return `<!doctype html>
<html lang="${escaped(languages[locale] ?? locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${css}</style>
<script defer src="lesson.js"></script>
<script defer src="player.js"></script>
</head>
<body>
<div id="player">${opening}</div>
</body>
</html>
`
}

/** @returns the data as a classic script that puts it on `window.whosThere`; safe inside any script element too */
export function lessonScript(data: unknown): string {
  const json = JSON.stringify(data)
    .replaceAll('<', '\\u003C')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return `window.whosThere=${json}\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
