/**
 * Somebody between a school's browsers and our server: passes everything on, or answers in its place as networks, filters and
 * proxies do.
 */
import { createServer, request, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'

const page = '<!doctype html><title>Sign in to the guest network</title><h1>Welcome to SchoolNet</h1>'
const html = { 'content-type': 'text/html; charset=utf-8' }
const json = { 'content-type': 'application/json' }
type Say = (answer: ServerResponse) => void
const status = (code: number, words: string): Say => answer => answer.writeHead(code, html).end(`<h1>${code} ${words}</h1>`)

const kinds = {
  '200 with a page': answer => answer.writeHead(200, html).end(page),
  '200 with nothing': answer => answer.writeHead(200).end(),
  '200 with JSON of another shape': answer => answer.writeHead(200, json).end('{"ok":true,"id":"a","held":true,"joined":true}'),
  204: answer => answer.writeHead(204).end(),
  '302 to another host': answer => answer.writeHead(302, { location: 'http://portal.invalid/login' }).end(),
  400: status(400, 'Bad Request'),
  401: status(401, 'Unauthorized'),
  403: status(403, 'Blocked by your school'),
  404: status(404, 'Not Found'),
  407: status(407, 'Proxy Authentication Required'),
  409: status(409, 'Conflict'),
  410: status(410, 'Gone'),
  413: status(413, 'Request Entity Too Large'),
  429: status(429, 'Too Many Requests'),
  500: status(500, 'Internal Server Error'),
  502: status(502, 'Bad Gateway'),
  503: status(503, 'Service Unavailable'),
  511: status(511, 'Network Authentication Required'),
  'never an end': answer => void answer.writeHead(200, json).write('{"kind":"whos-there/'),
  'nothing at all': answer => void answer.destroy(),
} satisfies Record<string, Say>

/** `half a body` is half of what our server says, with its headers. */
export type StrangerKind = keyof typeof kinds | 'half a body'
export const strangerKinds: readonly StrangerKind[] = [...Object.keys(kinds) as (keyof typeof kinds)[], 'half a body']

export interface Stranger {
  readonly origin: string
  /** Who answers which requests; `after` lets the server do its work first. Null passes all on. */
  meddle: { readonly kind: StrangerKind, readonly paths: RegExp, readonly after?: boolean } | null
  /** What stands in the server's place for a newer build of it: files come changed, whole and plain. */
  newer: { readonly paths: RegExp, readonly change: (text: string) => string } | null
  /** How many answers were not the server's. */
  meddled: number
  stop(): Promise<void>
}

/** Sends the request on. @param left out of its headers @returns the server's answer, whole */
async function passOn(target: string, incoming: IncomingMessage, left: readonly string[] = []) {
  const headers = Object.fromEntries(Object.entries(incoming.headers).filter(([name]) => !left.includes(name)))
  const asking = request(new URL(incoming.url ?? '/', target), { method: incoming.method, headers })
  incoming.pipe(asking)
  const [answer] = await once(asking, 'response') as [IncomingMessage]
  return { answer, body: Buffer.concat(await answer.toArray()) }
}

/** @param target origin of our server, which has to be called by the same host name */
export async function startStranger(target: string): Promise<Stranger> {
  const stranger: Stranger = { origin: '', meddle: null, newer: null, meddled: 0, stop: async () => {} }
  const listener: RequestListener = (incoming, outgoing) => void (async () => {
    const meddle = stranger.meddle?.paths.test(incoming.url ?? '') ? stranger.meddle : null
    if (meddle) stranger.meddled++
    if (meddle && meddle.kind !== 'half a body' && meddle.after !== true) {
      incoming.resume()
      return kinds[meddle.kind](outgoing)
    }
    const newer = stranger.newer?.paths.test(incoming.url ?? '') ? stranger.newer : null
    const { answer, body } = await passOn(target, incoming, newer ? ['accept-encoding', 'if-none-match', 'if-modified-since'] : [])
    if (meddle && meddle.kind !== 'half a body') return kinds[meddle.kind](outgoing)
    const { 'transfer-encoding': _, connection: __, ...headers } = answer.headers
    const sent = newer ? Buffer.from(newer.change(body.toString())) : meddle ? body.subarray(0, body.length / 2) : body
    outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': sent.length }).end(sent)
  })().catch(() => outgoing.destroy())
  const server = createServer(listener)
  server.listen(0, 'localhost')
  await once(server, 'listening')
  stranger.stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return Object.assign(stranger, { origin: `http://localhost:${(server.address() as AddressInfo).port}` })
}
