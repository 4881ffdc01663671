/**
 * The page around a package's page in a preview. Its only frame runs the package under the run-time of `player/preview/inside.ts`, with no origin of its own;
 * the notice stands outside that frame, so that nothing in the package can cover, scroll or remove it. Pure: for the app's route and for `check-package --run`.
 */
import words from '../../../i18n/preview/en.json' with { type: 'json' }
import type { ScormVersion } from '#shared/scorm/package-format'

export interface PreviewPage {
  /** The package's page as it stands in the zip. */
  readonly page: string
  readonly version: ScormVersion
  /** Address of `player/dist/preview.js`. */
  readonly runTime: string
  /** Address of the package's root, with scheme and host: what 'self' no longer names in a page without an origin. */
  readonly root: string
}

/** What a sandboxed page may do: run scripts. No origin, and so no cookie, storage or page of ours; no forms, pop-ups, downloads or going elsewhere. */
const SANDBOX = 'allow-scripts'

/** @returns the page that is served in place of the package's own */
export function previewPage({ page, version, runTime, root }: PreviewPage): string {
  const data = JSON.stringify({ version, page: withRoot(page, root) }).replaceAll('<', '\\u003C')
  const inner = `<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"></head><body><script type="application/json" id="package">${data}</script><script src="${escaped(runTime)}"></script></body></html>`
  return pageOf(words.title, `<div class="notice" role="note"><strong>${escaped(words.notice)}</strong> ${escaped(words['notice-text'])}</div>
<noscript><p>${escaped(words['needs-script'])}</p></noscript>
<iframe title="${escaped(words.lesson)}" sandbox="${SANDBOX}" srcdoc="${escaped(inner)}"></iframe>`)
}

/**
 * @param exportAddress left out in a frame, where the page would open inside the sandbox
 * @returns the page for whoever may not open a preview, or comes too late: the same for both
 */
export function gonePage(exportAddress?: string): string {
  const link = exportAddress === undefined ? '' : `<p><a href="${escaped(exportAddress)}">${escaped(words['gone-link'])}</a></p>`
  return pageOf(words['gone-title'], `<main><h1>${escaped(words['gone-title'])}</h1><p>${escaped(words['gone-text'])}</p>${link}</main>`)
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
    'base-uri \'none\'',
    'form-action \'none\'',
    'frame-ancestors \'self\'',
  ].join('; ')
}

/** Names the package's own folder beside each 'self' of the package's policy: not every browser takes 'self' for where a page without an origin came from. */
function withRoot(page: string, root: string): string {
  return page.replace(/<meta http-equiv="Content-Security-Policy" content="[^"]*">/i, policy => policy.replaceAll('\'self\'', `'self' ${root}`))
}

function pageOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
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
