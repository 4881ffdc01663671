/** Pages of a launch that need nothing of the app: one sentence, and one thing to press where there is one. */
import { createHash } from 'node:crypto'
import { setResponseHeaders, setResponseStatus, type H3Event } from 'h3'
import { languageOf } from '#shared/text/language-of'
import { readersLocale } from '../../platform/readers-locale.ts'
import { say, type Sentence } from '../../platform/sentences.ts'
import { ancestorsOf } from './frame.ts'

const STYLE = `:root{color-scheme:light dark}body{margin:0;font:1.125rem/1.6 system-ui,sans-serif}main{max-inline-size:36rem;margin:0 auto;padding:2rem 1.25rem}h1{font-size:1.4rem;line-height:1.3}a.way{display:inline-block;padding:.7rem 1.2rem;min-block-size:44px;box-sizing:border-box;border:2px solid;border-radius:.5rem;font-weight:700}`
const HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

/** Tells an LMS that a window of its own can be closed (LTI Dynamic Registration 1.0, 3.6). */
const CLOSE = 'var to=window.opener||window.parent;to.postMessage({subject:"org.imsglobal.lti.close"},"*")'
const CLOSE_HASH = `'sha256-${createHash('sha256').update(CLOSE).digest('base64')}'`

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

export interface PlainPage {
  readonly status: number
  readonly title: Sentence
  readonly text: Sentence
  /** A link into a new tab. */
  readonly way?: { readonly address: string, readonly text: Sentence }
  /** There is nothing more to do in this window. */
  readonly isLast?: boolean
  /** Whose pages may frame this one. */
  readonly platform?: { readonly origins: string } | undefined
}

/** @returns the page, with the headers that go with it */
export function plainPage(event: H3Event, { status, title, text, way, platform, isLast = false }: PlainPage): string {
  const locale = readersLocale(event.headers)
  const { tag, direction } = languageOf(locale)
  setResponseStatus(event, status)
  setResponseHeaders(event, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      'default-src \'none\'', `style-src ${HASH}`, ...(isLast ? [`script-src ${CLOSE_HASH}`] : []), 'base-uri \'none\'', 'form-action \'none\'',
      `frame-ancestors ${ancestorsOf(platform).join(' ')}`,
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  const words = (sentence: Sentence) => escaped(say(sentence, locale))
  return `<!doctype html>
<html lang="${escaped(tag)}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${words(title)}</h1><p>${words(text)}</p>${
  way ? `<p><a class="way" href="${escaped(way.address)}" target="_blank" rel="noopener">${words(way.text)}</a></p>` : ''
}</main>${isLast ? `<script>${CLOSE}</script>` : ''}</body>
</html>
`
}
