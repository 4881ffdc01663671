/** The second host, on which packages of other makers are played: which it is, and whether a request is meant for it. */
import { getRequestURL, type H3Event } from 'h3'
import { settings } from '../../platform/settings.ts'

/** On one machine this name leads to it by itself (RFC 6761, 6.3), and browsers take it for another site than `localhost`. */
const ON_THIS_MACHINE = 'preview.localhost'

const urlOf = (event: H3Event) => getRequestURL(event, { xForwardedHost: true, xForwardedProto: true })

/** @returns scheme, host and port at which the app itself was reached */
export const appOrigin = (event: H3Event) => urlOf(event).origin

/** @returns scheme, host and port of the second host, null where this server has none */
export function previewOrigin(event: H3Event): string | null {
  const { previewOrigin } = settings()
  if (previewOrigin !== undefined) return previewOrigin
  const url = urlOf(event)
  if (url.hostname !== 'localhost') return null
  url.hostname = ON_THIS_MACHINE
  return url.origin
}

/** @returns whether a request was sent to the second host; all others are the app's */
export function isForPreviewHost(event: H3Event): boolean {
  const { previewOrigin } = settings()
  const url = urlOf(event)
  return previewOrigin === undefined ? url.hostname === ON_THIS_MACHINE : url.host === new URL(previewOrigin).host
}
