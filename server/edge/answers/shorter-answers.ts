/**
 * Pages and data are sent compressed (brotli or gzip). Files that were compressed when the app was built, packages and pictures
 * are left alone. Whoever could put text of their own beside a secret, have a browser ask again and again with its cookies, and
 * see how long the answers are, could guess the secret (BREACH). So what another site has a browser ask for with cookies is sent
 * as it is.
 */
import { Socket } from 'node:net'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import {
  appendResponseHeader,
  getRequestHeader,
  getResponseHeader,
  getResponseStatus,
  removeResponseHeader,
  setResponseHeader,
  type H3Event,
} from 'h3'

/** Bytes; below this nothing is gained. */
const LEAST = 1_000

/** For each request anew, so quick rather than small: 5 is a third larger than the smallest at a fiftieth of the time. */
const ways = {
  br: (text: string) =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }),
  gzip: (text: string) => promisify(gzip)(text, { level: 6 }),
} as const

const isCompressible = (type: string) => /^(?:text\/(?!event-stream)|application\/(?:json|xml|manifest\+json)|image\/svg)/i.test(type)

/** @returns the better way that the browser takes, of those it does not refuse ("br;q=0") */
function wayFor(accepted: string): keyof typeof ways | undefined {
  const names = accepted.split(',').filter(part => !/;\s*q=0(?:\.0*)?\s*$/.test(part)).map(part => part.split(';')[0]?.trim().toLowerCase())
  return (['br', 'gzip'] as const).find(way => names.includes(way))
}

/** What a handler returned, as the text that would be sent; undefined where it is no text. */
function textOf(event: H3Event, body: unknown): string | undefined {
  if (typeof body === 'string') return isCompressible(String(getResponseHeader(event, 'content-type') ?? 'text/html')) ? body : undefined
  const isData = Array.isArray(body) || (typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype)
  return isData ? JSON.stringify(body) : undefined
}

/** Another site may have made this browser ask, and its cookies came along. */
function mayBeProbing(event: H3Event): boolean {
  const site = getRequestHeader(event, 'sec-fetch-site')
  return (site === 'cross-site' || site === 'same-site') && getRequestHeader(event, 'cookie') !== undefined
}

/** Before an answer is sent: puts the shorter body in its place. */
export async function shorten(event: H3Event, response: { body?: unknown }): Promise<void> {
  // A page that asks the API while it is rendered has no line, and reads the answer itself.
  if (!(event.node.req.socket instanceof Socket)) return
  if (
    event.method === 'HEAD'
    || [204, 304].includes(getResponseStatus(event))
    || getResponseHeader(event, 'content-encoding') !== undefined
  )
    return
  const text = textOf(event, response.body)
  if (text === undefined || text.length < LEAST) return
  appendResponseHeader(event, 'vary', 'Accept-Encoding')
  const way = wayFor(getRequestHeader(event, 'accept-encoding') ?? '')
  if (way === undefined || mayBeProbing(event)) return
  if (typeof response.body !== 'string') setResponseHeader(event, 'content-type', 'application/json')
  else if (getResponseHeader(event, 'content-type') === undefined) setResponseHeader(event, 'content-type', 'text/html; charset=utf-8')
  response.body = await ways[way](text)
  removeResponseHeader(event, 'content-length')
  setResponseHeader(event, 'content-encoding', way)
}
