/**
 * The page around a package's page in a preview. Its only frame runs the package under the run-time of
 * `player/preview/inside.ts`, with no origin of its own; the notice stands outside that frame, so that nothing in the package can
 * cover, scroll or remove it. Pure: for the app's route and for `check-package --run`.
 */
import type { ScormVersion } from '#shared/scorm/package-format'
import { SERVER_FILE } from '#shared/scorm/server-file'
import { languageOf } from '#shared/text/language-of'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { previewTexts } from '../../../i18n/player-texts.ts'

export interface PreviewPage {
  /** The package's page as it stands in the zip. */
  readonly page: string
  readonly version: ScormVersion
  /** Address of `player/dist/preview.js`. */
  readonly runTime: string
  /** Language of the notice; the package has its own. */
  readonly locale: string
  /** Address of the package's root, with scheme and host: what 'self' no longer names in a page without an origin. */
  readonly root: string
}

/**
 * What a sandboxed page may do: run scripts. No origin, and so no cookie, storage or page of ours; no forms, pop-ups, downloads
 * or going elsewhere.
 */
const SANDBOX = 'allow-scripts'

/** @returns the page that is served in place of the package's own */
export function previewPage({ page, version, runTime, root, locale }: PreviewPage): string {
  const say = sayIn(locale)
  const data = JSON.stringify({ version, page: withRoot(page, root) }).replaceAll('<', '\\u003C')
  const inner = `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"></head><body><script type="application/json" id="package">${data}</script><script src="${escaped(runTime)}"></script></body></html>`
  return pageOf(locale, say('title'), `<div class="notice" role="note"><strong>${say('notice')}</strong> ${say('notice-text')}</div>
<noscript><p>${say('needs-script')}</p></noscript>
<iframe title="${say('lesson')}" sandbox="${SANDBOX}" srcdoc="${escaped(inner)}"></iframe>`)
}

/**
 * @param exportAddress left out in a frame, where the page would open inside the sandbox
 * @returns the page for whoever may not open a preview, or comes too late: the same for both
 */
export function gonePage(locale: string, exportAddress?: string): string {
  const say = sayIn(locale)
  const link = exportAddress === undefined ? '' : `<p><a href="${escaped(exportAddress)}">${say('gone-link')}</a></p>`
  return pageOf(locale, say('gone-title'), `<main><h1>${say('gone-title')}</h1><p>${say('gone-text')}</p>${link}</main>`)
}

/**
 * @param root as for the page, undefined for one without a package
 * @returns the response's Content-Security-Policy; the package's own stands beside it
 */
export function previewPolicy(root?: string): string {
  const own = root === undefined ? '\'none\'' : `'self' ${root}`
  return [
    `sandbox ${SANDBOX}`,
    'default-src \'none\'',
    `script-src ${own}`,
    `style-src 'unsafe-inline'${root === undefined ? '' : ` ${own}`}`,
    `img-src ${own === '\'none\'' ? own : `${own} data:`}`,
    `font-src ${own}`,
    `media-src ${own}`,
    // Nothing is asked for by a lesson but whether its server is there.
    `connect-src ${root === undefined ? own : root + SERVER_FILE}`,
    'base-uri \'none\'',
    'form-action \'none\'',
    'frame-ancestors \'self\'',
  ].join('; ')
}

/**
 * Names the package's own folder beside each 'self' of the package's policy: not every browser takes 'self' for where a page
 * without an origin came from.
 */
function withRoot(page: string, root: string): string {
  return page.replace(/<meta http-equiv="Content-Security-Policy" content="[^"]*">/i, policy =>
    policy.replaceAll('\'self\'', `'self' ${root}`),
  )
}

/** @returns the texts in this locale, in the default language where it has none, ready for HTML */
function sayIn(locale: string) {
  return (key: string) => escaped(previewTexts[locale]?.[key] ?? previewTexts[DEFAULT_LOCALE]?.[key] ?? '')
}

function pageOf(locale: string, title: string, body: string): string {
  const { tag, direction } = languageOf(locale)
  return `<!doctype html>
<html lang="${escaped(tag)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
html, body { block-size: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: #fff; color: #1e2235; font: 1rem/1.4 system-ui, sans-serif; }
.notice { flex: none; padding: 0.3rem 0.75rem; border-block-end: 3px solid #1e2235; background: #ffc145; font-size: 0.85rem; }
iframe { flex: 1; min-block-size: 0; inline-size: 100%; border: 0; }
main { max-inline-size: 36rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.4rem; }
a { color: #0b5f5a; display: inline-block; min-block-size: 2.75rem; }
</style>
</head>
<body>
${body}
</body>
</html>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
