/**
 * What the second host answers: files of packages of other makers, and a page around them that holds the run-time. Nothing else is
 * there. Pure but for the store: `server/plugins/preview-host.ts` hands requests over.
 */
import { scormVersionOf } from '#shared/scorm/package-format'
import { LEFT } from '#shared/scorm/run-time/report'
import { DEFAULT_LANGUAGE, DEFAULT_LOCALE } from '#shared/text/languages'
import { previewTexts } from '../../../../i18n/player-texts.ts'
import { DamagedEntry } from '../../check/archive/zip.ts'
import { servedType } from '../served-types.ts'
import { inPieces, watched } from './foreign-file.ts'
import { isInside } from './foreign-package.ts'
import { foreignPolicy, REFUSED, refusalIn } from './foreign-policy.ts'
import { noteMissing, noteOutside, type ForeignStore } from './foreign-store.ts'

export interface Asked {
  readonly method: string
  /** Path and query as they were sent. */
  readonly path: string
  /** The header `Sec-Fetch-Dest`. */
  readonly dest: string | undefined
  /** The header `Range`. */
  readonly range: string | undefined
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

const LONGEST_REFUSAL = 8_000

/** What a package leaves in the browser at this address goes: what an earlier one left when it is opened, its own when it is left. */
const CLEAR = { 'Clear-Site-Data': '"cookies", "storage"' } as const

const TEXT = 'text/plain; charset=utf-8'

/** On the page around a package. */
const WORDS = { close: previewTexts[DEFAULT_LOCALE]?.close ?? '' }

/** Where a browser shows what it is given as a page; it says nothing of it where it is old, or asks without https. */
const PAGES: readonly (string | undefined)[] = ['document', 'iframe', 'frame', 'object', 'embed', undefined]
const FRAMES: readonly (string | undefined)[] = ['iframe', 'frame', 'object', 'embed']

/** @returns the path of the page that plays one of a package's items */
export const foreignPage = (key: string, item: number) => `/${key}/play/${item}`

/** @param runTime reads `player/dist/preview.js` */
export async function foreignAnswer(store: ForeignStore, runTime: () => Promise<Uint8Array>, asked: Asked): Promise<Answer> {
  const [, key = '', rest = ''] = /^\/([\w-]{43})\/([^?#]*)/.exec(asked.path) ?? []
  const kept = store.find(key)
  // Whoever leaves a package late, since the server has forgotten it, leaves no less in the browser.
  if (asked.method === 'POST' && rest === LEFT) return answer(204, TEXT, new Uint8Array(), foreignPolicy(undefined), CLEAR)
  if (!kept) return nothingHere()
  const policy = foreignPolicy(kept.listener, key)
  if (asked.method === 'POST' && rest === REFUSED) {
    const { address, kind } = refusalIn(await asked.body(LONGEST_REFUSAL))
    if (address !== '') noteOutside(kept, address, kind)
    return answer(204, TEXT, new Uint8Array(), policy)
  }
  if (asked.method !== 'GET' && asked.method !== 'HEAD') return answer(405, TEXT, text('Files are only read here.'), policy)
  if (rest === RUN_TIME) return answer(200, servedType('.js'), await runTime(), policy)
  // Alone in a window it would be a stranger's page on the school's second address; only the app's page shows it.
  if (PAGES.includes(asked.dest) && !FRAMES.includes(asked.dest)) return nothingHere()
  const [, number] = /^play\/(\d{1,4})$/.exec(rest) ?? []
  const item = number === undefined ? undefined : kept.items[Number(number)]
  if (item) {
    const clear = kept.isFresh ? CLEAR : undefined
    kept.isFresh = false
    // What is told of a run is of that run alone.
    kept.missing.clear()
    kept.outside.clear()
    const source = isInside(item.path) ? `/${key}/${PACKAGE}${addressOf(item.path, kept.entries)}` : 'about:blank'
    const playing = { version: scormVersionOf(kept.format), source, title: item.title, words: WORDS, listener: kept.listener }
    return answer(200, 'text/html; charset=utf-8', text(pageAround(playing, key)), policy, clear)
  }
  const path = rest.startsWith(PACKAGE) ? rest.slice(PACKAGE.length) : ''
  const entry = kept.entries.get(path) ?? kept.entries.get(decoded(path))
  try {
    if (entry) {
      const file = store.unpacked(kept, entry)
      const type = servedType(entry.name)
      if (FRAMES.includes(asked.dest) && type === 'text/html') return answer(200, type, watched(file), policy)
      const { status, headers, body } = inPieces(file, asked.range)
      return answer(status, type, body, policy, headers)
    }
  }
  catch (error) {
    if (!(error instanceof DamagedEntry)) throw error
  }
  // Browsers ask for a picture of the site by themselves.
  if (path !== '') noteMissing(kept, decoded(path))
  return answer(404, TEXT, text('There is no such file in this package.'), policy)
}

const text = (words: string) => new TextEncoder().encode(words)

const nothingHere = () => answer(404, TEXT, text('There is nothing here.'), foreignPolicy(undefined))

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
<style>html, body { height: 100%; margin: 0 } iframe { display: block; width: 100%; height: 100%; border: 0 }
[data-window] { position: fixed; inset: 1rem; display: grid; grid-template-rows: auto 1fr; border: 3px solid #1e2235; background: #fff }
[data-window] button { justify-self: end; margin: .25rem; padding: .5rem .75rem; border: 2px solid #1e2235; border-radius: .5rem;
  background: #fff; color: #1e2235; font: 1rem/1.4 system-ui, sans-serif; min-height: 2.75rem }</style></head>
<body><script type="application/json" id="package">${data}</script><script src="/${key}/${RUN_TIME}"></script></body></html>`
}

/**
 * A manifest may write an address as it is in the zip, or percent-encoded; a name in the zip may hold what an address reads
 * otherwise.
 */
function addressOf(path: string, entries: { has(name: string): boolean }): string {
  const [, name = '', behind = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? []
  return (entries.has(name) ? name.split('/').map(encodeURIComponent).join('/') : name) + behind
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
