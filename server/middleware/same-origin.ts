/** Changes are only taken from our own pages (OWASP ASVS 4.2.2), whichever cookie a request carries. */
import { defineEventHandler, getRequestHeader, getRequestURL } from 'h3'
import { Refusal } from '../platform/refusal.ts'

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

export default defineEventHandler((event) => {
  if (READING.includes(event.method) || !event.path.startsWith('/api/')) return
  const site = getRequestHeader(event, 'sec-fetch-site')
  const origin = getRequestHeader(event, 'origin')
  const isOurs
    = site === undefined
      ? origin === undefined || isThisHost(origin, getRequestURL(event, { xForwardedHost: true }).host)
      : site === 'same-origin' || site === 'none'
  if (!isOurs) throw new Refusal('forbidden', 'other-site', { reason: 'other-site' })
})

function isThisHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
