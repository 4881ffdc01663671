/** Where a request comes from. Only ever used to count tries, and kept as a hash. */
import { getRequestHeader, type H3Event } from 'h3'

/** Addresses of a proxy in front of the app: on this machine or in its own network. */
const PRIVATE = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd][0-9a-f]{2}:|^fe80:/i

/** @returns the address that a proxy next to us has written down last, else the one at the other end of the line: what a client claims of itself counts for nothing */
export function addressOf(event: H3Event): string {
  const direct = event.node.req.socket.remoteAddress ?? ''
  const passedOn = getRequestHeader(event, 'x-forwarded-for')?.split(',').at(-1)?.trim()
  return passedOn !== undefined && passedOn !== '' && PRIVATE.test(direct) ? passedOn : direct
}
