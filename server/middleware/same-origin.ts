/** Changes are only taken from our own pages (OWASP ASVS 4.2.2), whichever cookie a request carries. */
import { createError, defineEventHandler, getRequestHeader, getRequestURL } from 'h3'

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

export default defineEventHandler((event) => {
  if (READING.includes(event.method) || !event.path.startsWith('/api/')) return
  const site = getRequestHeader(event, 'sec-fetch-site')
  const origin = getRequestHeader(event, 'origin')
  const isOurs = site === undefined ? origin === undefined || isThisHost(origin, getRequestURL(event, { xForwardedHost: true }).host) : site === 'same-origin' || site === 'none'
  if (!isOurs) throw createError({ statusCode: 403, statusMessage: 'This request came from another site, so it was not carried out.', data: { reason: 'other-site' } })
})

function isThisHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
