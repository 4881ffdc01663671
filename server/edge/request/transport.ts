/** How the app was reached, and at which address people reach it. */
import { getRequestURL, type H3Event } from 'h3'
import { Refusal } from '../../platform/refusal.ts'
import { settings } from '../../platform/settings.ts'

/** The app's own address as people type it, its path included, without a slash at the end. */
export function publicAddress(event: H3Event): string {
  const { publicUrl, basePath } = settings()
  return publicUrl ?? `${getRequestURL(event, { xForwardedHost: true, xForwardedProto: true }).origin}${basePath}`.replace(/\/$/, '')
}

/** Where our cookies are sent: under a path, other apps on the same host have no business with them. */
export const cookiePath = () => settings().basePath.replace(/(?<=.)\/$/, '')

export function isHttps(event: H3Event): boolean {
  return getRequestURL(event, { xForwardedProto: true }).protocol === 'https:'
}

/** Plain http is for this machine only (a test, a first look). */
function isSafeAddress(event: H3Event): boolean {
  const { hostname } = getRequestURL(event)
  return isHttps(event) || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

/** @throws `forbidden` where a password would travel readable */
export function ensureSafeAddress(event: H3Event) {
  if (!isSafeAddress(event)) throw new Refusal('forbidden', 'no-https', { reason: 'no-https' })
}
