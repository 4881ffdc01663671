/** Where a request comes from, and how it was reached. */
import { createError, getRequestHeader, getRequestURL, type H3Event } from 'h3'

/**
 * How many reverse proxies of ours stand in front of the app. Each adds the address it sees to `X-Forwarded-For`;
 * whatever stands further left may have been invented by whoever asks.
 */
const proxies = () => Number(process.env.PROXIES ?? 0)

/** @returns the address that the outermost of our own machines saw */
export function clientAddress(event: H3Event): string {
  const chain = [...(getRequestHeader(event, 'x-forwarded-for') ?? '').split(',').map(part => part.trim()).filter(part => part !== ''), event.node.req.socket.remoteAddress ?? '']
  return chain.at(-1 - proxies()) ?? chain[0] ?? ''
}

/** The app's own address as people type it, without a slash at the end. */
export function publicAddress(event: H3Event): string {
  return process.env.PUBLIC_URL?.replace(/\/+$/, '') ?? getRequestURL(event, { xForwardedHost: true, xForwardedProto: true }).origin
}

export function isHttps(event: H3Event): boolean {
  return getRequestURL(event, { xForwardedProto: true }).protocol === 'https:'
}

/** Plain http is for this machine only (a test, a first look). */
export function isSafeAddress(event: H3Event): boolean {
  const { hostname } = getRequestURL(event)
  return isHttps(event) || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

/** @throws 403 where a password would travel readable */
export function ensureSafeAddress(event: H3Event) {
  if (!isSafeAddress(event)) throw createError({ statusCode: 403, statusMessage: 'This page was reached without https, so a password typed here could be read on its way. Ask whoever runs this server to set up https.' })
}
