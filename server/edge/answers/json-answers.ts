/**
 * JSON of the API that somebody opens in a tab is saved and not shown (OWASP ASVS 14.4.2). Pages, pictures and downloads that
 * name themselves are left alone.
 */
import { getRequestHeader, getResponseHeader, setResponseHeader, type H3Event } from 'h3'

/** @returns whether this is sent as JSON */
function isJson(body: unknown): boolean {
  if (body instanceof Response) return /^application\/json\b/i.test(body.headers.get('content-type') ?? '')
  if (typeof body === 'number' || typeof body === 'boolean') return true
  return Array.isArray(body) || (typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype)
}

/** Before an answer is sent. */
export function nameAnswer(event: H3Event, body: unknown) {
  if (!event.path.startsWith('/api/') || !isJson(body) || getResponseHeader(event, 'content-disposition') !== undefined) return
  setResponseHeader(event, 'content-disposition', 'attachment; filename="api.json"')
}

/** Before an error is sent, which is a page for whoever asks for one, and JSON for everybody else. */
export function nameError(event: H3Event) {
  if (/text\/html/i.test(getRequestHeader(event, 'accept') ?? '')) return
  nameAnswer(event, {})
}
