/** Where a request comes from. Only ever used to count tries, and kept as a hash. */
import { getRequestHeader, type H3Event } from 'h3'

/** @returns the address that our proxy has written down last, else the one at the other end of the line: what anybody else claims is gone by now (server/middleware/forwarded.ts) */
export function addressOf(event: H3Event): string {
  const passedOn = getRequestHeader(event, 'x-forwarded-for')?.split(',').at(-1)?.trim()
  return passedOn || (event.node.req.socket.remoteAddress ?? '')
}
