/** `Forwarded` and `X-Forwarded-*` are believed of a proxy we know. Of anybody else they are thrown away, before anything reads them. */
import { BlockList, isIP, Socket } from 'node:net'
import { defineEventHandler } from 'h3'
import { plainAddress } from '../security/address.ts'

/**
 * @param given addresses and networks with commas between them, such as "10.0.0.7, 172.16.0.0/12", besides this machine
 * @throws with a sentence for whoever runs the server, where one of them is none
 */
export function trustedProxies(given = ''): BlockList {
  const trusted = new BlockList()
  for (const part of ['127.0.0.0/8', '::1', ...given.split(',').map(text => text.trim()).filter(text => text !== '')]) {
    const [address = '', prefix] = part.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const bits = Number(prefix ?? (family === 'ipv6' ? 128 : 32))
    if (isIP(address) === 0 || !Number.isInteger(bits) || bits < 1 || bits > (family === 'ipv6' ? 128 : 32)) {
      throw new Error(`TRUSTED_PROXIES holds "${part}", which is no address and no network. Write for example: TRUSTED_PROXIES=10.0.0.7,172.16.0.0/12`)
    }
    trusted.addSubnet(address, bits, family)
  }
  return trusted
}

/** @param address of the other end of the line; an IPv4 address may be written as IPv6 */
export function isTrusted(trusted: BlockList, address: string | undefined): boolean {
  const plain = plainAddress(address ?? '')
  return isIP(plain) !== 0 && trusted.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

const trusted = trustedProxies(process.env.TRUSTED_PROXIES)
let isSaid = false

export default defineEventHandler((event) => {
  const { headers, socket } = event.node.req
  // A page of ours that asks the API while it is rendered has no line: what it passes on was looked at before.
  if (!(socket instanceof Socket) || isTrusted(trusted, socket.remoteAddress)) return
  const claims = Object.keys(headers).filter(name => name === 'forwarded' || name.startsWith('x-forwarded-'))
  for (const name of claims) Reflect.deleteProperty(headers, name)
  if (claims.length === 0 || isSaid) return
  isSaid = true
  console.warn('A request came with X-Forwarded headers from an address that TRUSTED_PROXIES does not name, so they were left out of account. If that is your proxy, set it (docs/deployment.md). This is said once.')
})
