/**
 * What the second host answers: files of packages of other makers, and a page around them that holds the run-time. Nothing else is
 * there. Pure but for the store: `server/plugins/preview-host.ts` hands requests over.
 */
import { scormVersionOf } from '#shared/scorm/package-format'
import { DEFAULT_LANGUAGE } from '#shared/text/languages'
import { DamagedEntry, unpackEntry } from '../../check/archive/zip.ts'
import { servedType } from '../served-types.ts'
import { isInside } from './foreign-package.ts'
import { noteMissing, noteOutside, type ForeignStore } from './foreign-store.ts'

export interface Asked {
  readonly method: string
  /** Path and query as they were sent. */
  readonly path: string
  /** The header `Sec-Fetch-Dest`. */
  readonly dest: string | undefined
  /** At most so many bytes are read of it. */
  body(limit: number): Promise<string>
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** No package lies beside these, only under PACKAGE. */
const PACKAGE = 'package/'
const RUN_TIME = 'run-time.js'
const REFUSED = 'refused'

const LONGEST_REFUSAL = 8_000

/** Scripts, forms and messages of its own, and no way to another page, window or download. It keeps its origin: it has no other's. */
const FOREIGN_SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-modals'

/** @returns the path of the page that plays one of a package's items */
export const foreignPage = (key: string, item: number) => `/${key}/play/${item}`

/**
 * @param app origin of the page around it; undefined for what is framed by nobody
 * @returns a policy under which a package reaches its own host and no other; what it wanted elsewhere is told to that host
 */
function foreignPolicy(app: string | undefined, key = ''): string {
  return [
    `sandbox ${FOREIGN_SANDBOX}`,
    'default-src \'self\' \'unsafe-inline\' \'unsafe-eval\' data: blob:',
    'connect-src \'self\' data: blob:',
    'frame-src \'self\' data: blob:',
    'form-action \'self\'',
    // No service worker, which would outlive the package: those cannot come from a blob.
    'worker-src blob:',
    'object-src \'self\'',
    'base-uri \'self\'',
    `frame-ancestors ${app === undefined ? '\'none\'' : `'self' ${app}`}`,
    ...key === '' ? [] : [`report-uri /${key}/${REFUSED}`],
  ].join('; ')
}

/** @param runTime reads `player/dist/preview.js` */
export async function foreignAnswer(store: ForeignStore, runTime: () => Promise<Uint8Array>, asked: Asked): Promise<Answer> {
  const [, key = '', rest = ''] = /^\/([\w-]{43})\/([^?#]*)/.exec(asked.path) ?? []
  const kept = store.find(key)
  if (!kept) return answer(404, 'text/plain; charset=utf-8', text('There is nothing here.'), foreignPolicy(undefined))
  const policy = foreignPolicy(kept.listener, key)
  if (asked.method === 'POST' && rest === REFUSED) {
    const { address, kind } = refusal(await asked.body(LONGEST_REFUSAL))
    if (address !== '') noteOutside(kept, address, kind)
    return answer(204, 'text/plain', new Uint8Array(), policy)
  }
  if (asked.method !== 'GET') return answer(405, 'text/plain; charset=utf-8', text('Files are only read here.'), policy)
  if (rest === RUN_TIME) return answer(200, servedType('.js'), await runTime(), policy)
  // Alone in a window it would be a stranger's page on the school's second address; only the app's page shows it.
  const isPage = asked.dest === undefined || ['document', 'iframe', 'frame', 'object', 'embed'].includes(asked.dest)
  if (isPage && !['iframe', 'frame'].includes(asked.dest ?? ''))
    return answer(404, 'text/plain; charset=utf-8', text('There is nothing here.'), foreignPolicy(undefined))
  const [, number] = /^play\/(\d{1,4})$/.exec(rest) ?? []
  const item = number === undefined ? undefined : kept.items[Number(number)]
  if (item) {
    const clear = kept.isFresh ? { 'Clear-Site-Data': CLEAR } : undefined
    kept.isFresh = false
    const source = isInside(item.path) ? `/${key}/${PACKAGE}${item.path}` : 'about:blank'
    const playing = { version: scormVersionOf(kept.format), source, title: item.title, listener: kept.listener }
    return answer(200, servedType('.html'), text(pageAround(playing, key)), policy, clear)
  }
  const path = rest.startsWith(PACKAGE) ? rest.slice(PACKAGE.length) : ''
  const entry = kept.entries.get(path) ?? kept.entries.get(decoded(path))
  try {
    if (entry) return answer(200, servedType(entry.name), unpackEntry(kept.zip, entry), policy)
  }
  catch (error) {
    if (!(error instanceof DamagedEntry)) throw error
  }
  // Browsers ask for a picture of the site by themselves.
  if (path !== '') noteMissing(kept, decoded(path))
  return answer(404, 'text/plain; charset=utf-8', text('There is no such file in this package.'), policy)
}

/** What an earlier package has left in the browser at this address. */
const CLEAR = '"cookies", "storage"'

const text = (words: string) => new TextEncoder().encode(words)

function answer(status: number, type: string, body: Uint8Array, policy: string, more: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    body,
    headers: {
      'Content-Type': type,
      'Content-Length': String(body.length),
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-DNS-Prefetch-Control': 'off',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()',
      ...more,
    },
  }
}

function pageAround(playing: object, key: string): string {
  const data = JSON.stringify(playing).replaceAll('<', '\\u003C')
  return `<!doctype html><html lang="${DEFAULT_LANGUAGE.tag}"><head><meta charset="utf-8"><title>Preview</title>
<style>html, body { height: 100%; margin: 0 } iframe { display: block; width: 100%; height: 100%; border: 0 }</style></head>
<body><script type="application/json" id="package">${data}</script><script src="/${key}/${RUN_TIME}"></script></body></html>`
}

/** Names of the policy's directives, as browsers report them, and of what they hold back as check-package says it. */
const kinds: Readonly<Record<string, string>> = {
  'script-src': 'script',
  'style-src': 'stylesheet',
  'img-src': 'image',
  'font-src': 'font',
  'media-src': 'media',
  'frame-src': 'document',
  'form-action': 'document',
}

const originOf = (address: string) => URL.canParse(address) ? new URL(address).origin : ''

/** @returns what a browser says that it held back (W3C, CSP3, 5.4); an empty address for what is none of another server */
function refusal(body: string): { readonly address: string, readonly kind: string } {
  try {
    const report = (JSON.parse(body) as { 'csp-report'?: Record<string, unknown> })['csp-report'] ?? {}
    const address = String(report['blocked-uri'] ?? '')
    const directive = String(report['effective-directive'] ?? report['violated-directive'] ?? '').replace(/-(?:elem|attr)\b.*$/, '')
    // A service worker is held back too, and is its own.
    const isOther = /^(?:https?|wss?):\/\//.test(address) && originOf(address) !== originOf(String(report['document-uri'] ?? ''))
    return { address: isOther ? address : '', kind: kinds[directive] ?? 'data' }
  }
  catch {
    return { address: '', kind: '' }
  }
}

/** What cannot be decoded names no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  }
  catch {
    return path
  }
}
