/** `Forwarded` and `X-Forwarded-*` are believed of a proxy we know. Of anybody else they are thrown away, before anything reads them. */
import { type BlockList, isIP, Socket } from 'node:net'
import { defineEventHandler, type H3Event } from 'h3'
import { settings } from '../platform/settings.ts'
import { plainAddress } from '../platform/security/address.ts'

/** @param address of the other end of the line; an IPv4 address may be written as IPv6 */
export function isTrusted(trusted: BlockList, address: string | undefined): boolean {
  const plain = plainAddress(address ?? '')
  return isIP(plain) !== 0 && trusted.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

let isSaid = false

/** Throws away what a request claims of a proxy that is none of ours. Twice does no harm. */
export function believeProxy(event: H3Event): void {
  const { headers, socket } = event.node.req
  // A page of ours that asks the API while it is rendered has no line: what it passes on was looked at before.
  if (!(socket instanceof Socket) || isTrusted(settings().trustedProxies, socket.remoteAddress)) return
  const claims = Object.keys(headers).filter(name => name === 'forwarded' || name.startsWith('x-forwarded-'))
  for (const name of claims) Reflect.deleteProperty(headers, name)
  if (claims.length === 0 || isSaid) return
  isSaid = true
  console.warn(
    'A request came with X-Forwarded headers from an address that TRUSTED_PROXIES does not name, so they were left out of account. If that is your proxy, set it (docs/deployment.md). This is said once.',
  )
}

export default defineEventHandler(believeProxy)
