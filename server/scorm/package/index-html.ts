/** `index.html` of a package: the opening screen, readable before any script has arrived, with its style inlined under a strict policy. */
import { createHash } from 'node:crypto'
import { defaultPreferences } from '#shared/lesson/preferences'
import { SERVER_WORD } from '#shared/scorm/server-file'
import { languageOf } from '#shared/text/language-of'
import type { OpeningData } from '../../../player/package-data.ts'

interface Page {
  readonly locale: string
  /** Says nothing about the subject: it shows in tabs and in the browser's history. */
  readonly title: string
  readonly style: string
}

export interface IndexHtmlFacts extends Page {
  /** The drawn parts that the opening screen's scene places. */
  readonly parts: string
  /** The opening screen, rendered by the player itself. */
  readonly opening: string
  /** What it was made of, with which the player takes it over. */
  readonly data: OpeningData
  /** From this page to the package's root: '' or '../'. */
  readonly root: string
  /** Shown by style alone when no script has come after some seconds; the player takes it away. */
  readonly notStarted: { readonly title: string, readonly pupil: string, readonly admin: string }
}

/** @returns the attributes of `html` for a page in this locale: its language, and its direction where that is not the usual one */
function htmlAttributes(locale: string): string {
  const { tag, direction } = languageOf(locale)
  return `lang="${escaped(tag)}"${direction === 'rtl' ? ' dir="rtl"' : ''}`
}

/**
 * @returns the page of one lesson. Its scripts are classic, since LMSs serve modules with wrong types; they stand before the style, so that
 * a slow device asks for them before it reads that. The opening's data is no script, so that the policy lets it be
 */
export function indexHtml({ parts, opening, data, root, notStarted, ...page }: IndexHtmlFacts): string {
  return pageHtml(
    page,
    `<script async src="${root}early.js"></script>
<script defer src="${root}player.js"></script>`,
    `${parts && `<svg class="scene-parts" aria-hidden="true" width="0" height="0">${parts}</svg>\n`}<div id="player">${opening}</div>
<div class="not-started" data-not-started role="status"><p><strong>${escaped(notStarted.title)}</strong></p><p>${escaped(notStarted.pupil)}</p><p><small>${escaped(notStarted.admin)}</small></p></div>
<script type="application/json" id="opening">${scriptSafe(data)}</script>`,
  )
}

/** @returns the first page of a web package with several lessons: a plain list of links */
export function webContentsHtml({
  lessons,
  ...page
}: Page & { readonly lessons: readonly { readonly href: string, readonly title: string, readonly summary: string }[] }): string {
  const entries = lessons.map(
    ({ href, title, summary }) => `<li><p><a href="${escaped(href)}">${escaped(title)}</a></p><p>${escaped(summary)}</p></li>`,
  )
  return pageHtml(page, '', `<main class="contents"><h1>${escaped(page.title)}</h1><ol>${entries.join('')}</ol></main>`)
}

/**
 * @returns the page that shows that the server can be reached (shared/scorm/server-file.ts): asked for after each save, so as
 * short as can be
 */
export function connectedHtml(locale: string, messages: Readonly<Record<string, string>>): string {
  const say = (key: string) => escaped(messages[key] ?? '')
  return `<!doctype html>
<html ${htmlAttributes(locale)}><meta charset="utf-8"><meta name="generator" content="${SERVER_WORD}"><meta name="viewport" content="width=device-width">
<title>${say('player.tab-title')}</title><h1>${say('connected.title')}</h1><p>${say('connected.text')}</p></html>
`
}

function pageHtml({ locale, title, style }: Page, scripts: string, body: string): string {
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
<html ${htmlAttributes(locale)}${preferenceAttributes()}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
${scripts}
<style>${css}</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** As the player sets them (apply-preferences.ts): where nothing else is chosen, the page need not be styled again. */
function preferenceAttributes(): string {
  const { textSize, spacing, font, contrast, motion } = defaultPreferences
  const attributes = { 'text-size': textSize, spacing, font, contrast, motion }
  return Object.entries(attributes).map(([name, value]) => ` data-${name}="${value}"`).join('')
}

/** @returns the data as a classic script that puts it on `window.whosThere`; safe inside any script element too */
export function lessonScript(data: unknown): string {
  return `window.whosThere=${scriptSafe(data).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`
}

/** @returns JSON that ends no script element */
const scriptSafe = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003C')

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
