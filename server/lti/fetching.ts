/**
 * The only way in which this server asks an LMS anything: an address that an admin has said yes to, public unless whoever runs
 * the server has named its host, within limits of time and size, and led nowhere else. The address is looked at when the line is
 * opened, so that a name cannot stand for another one by then.
 */
import { lookup } from 'node:dns'
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { networks } from '../platform/networks.ts'
import { plainAddress } from '../platform/security/address.ts'
import { settings } from '../platform/settings.ts'

/** Milliseconds for a whole answer. */
const WITHIN = 8_000
/** Bytes: a page of a class list is the largest thing there is. */
const MOST = 2_000_000

/** What is no host on the internet (RFC 6890 and the registries of IANA). */
const closed = networks([
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24',
  '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
].join(','))
/** Of IPv6 only what is given to hosts on the internet, without what carries an IPv4 address or is for documents. */
const open6 = networks('2000::/3')
const closed6 = networks('2001::/23,2001:db8::/32,2002::/16,3fff::/20')

/** @param address IPv4 or IPv6, in any form; @returns whether it is a host on the internet */
export function isPublic(address: string): boolean {
  const plain = plainAddress(address)
  if (isIP(plain) === 4) return !closed.check(plain, 'ipv4')
  return isIP(plain) === 6 && open6.check(plain, 'ipv6') && !closed6.check(plain, 'ipv6')
}

/** Why an LMS did not answer as it should: `refused` by ourselves, `away`, `too-much`, or the status it gave. */
export class LmsError extends Error {
  override name = 'LmsError'
  readonly reason: 'address' | 'away' | 'too-much' | 'unreadable' | `status-${number}`

  constructor(reason: LmsError['reason']) {
    super(`The LMS: ${reason}`)
    this.reason = reason
  }
}

export interface Asked {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** @returns the address where it may be asked: https, or a named host. @throws {LmsError} */
export function allowedAddress(address: string, privateHosts = settings().ltiPrivateHosts): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isNamed = url !== undefined && privateHosts.includes(url.hostname)
  const isWeb = url?.protocol === 'https:' || (url?.protocol === 'http:' && isNamed)
  if (!url || !isWeb || url.username !== '' || url.password !== '') throw new LmsError('address')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!isNamed && isIP(host) !== 0 && !isPublic(host)) throw new LmsError('address')
  return url
}

const lookupPublic: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, [])
    if (!found.every(({ address }) => isPublic(address))) return done(new LmsError('address'), [])
    const [first] = found
    if (options.all === true) done(null, found)
    else done(null, first?.address ?? '', first?.family)
  })

async function read(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer) {
    size += (part as Buffer).length
    if (size > MOST) throw new LmsError('too-much')
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString()
}

/** @returns what was answered, whatever its status, with the names of headers in small letters. @throws {LmsError} */
export async function ask(address: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> {
  const { ltiPrivateHosts } = settings()
  const url = allowedAddress(address, ltiPrivateHosts)
  const signal = AbortSignal.timeout(WITHIN)
  const options: RequestOptions = {
    method,
    signal,
    agent: false,
    headers: { accept: 'application/json', ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
    ...(ltiPrivateHosts.includes(url.hostname) ? {} : { lookup: lookupPublic }),
  }
  try {
    return await new Promise<Answered>((resolve, reject) => {
      const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, options, (answer) => {
        read(answer).then(text => resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
          body: text,
        }), reject)
          .finally(() => request.destroy())
      })
      request.on('error', reject)
      request.end(body)
    })
  }
  catch (error) {
    throw error instanceof LmsError ? error : new LmsError('away')
  }
}

/** @returns the JSON of a good answer. @throws {LmsError} where it is another, or no JSON */
export async function askForJson(address: string, asked: Asked = {}): Promise<{ readonly json: unknown, readonly answer: Answered }> {
  const answer = await ask(address, asked)
  if (answer.status < 200 || answer.status > 299) throw new LmsError(`status-${answer.status}`)
  try {
    return { json: JSON.parse(answer.body) as unknown, answer }
  }
  catch {
    throw new LmsError('unreadable')
  }
}
