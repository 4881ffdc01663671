/** Where a request comes from. Only ever used to count tries, and kept as a hash. Everything that counts by address asks here. */
import { getRequestHeader, type H3Event } from 'h3'
import { networkOf } from '../../platform/security/address.ts'

/**
 * @returns the network that our proxy has written down last, else the one at the other end: what anybody else claims is gone by
 * now (server/middleware/forwarded.ts)
 */
export function addressOf(event: H3Event): string {
  const passedOn = getRequestHeader(event, 'x-forwarded-for')?.split(',').at(-1) ?? ''
  return networkOf(passedOn) || networkOf(event.node.req.socket.remoteAddress ?? '')
}
