/** The API takes JSON and nothing else: a form of another site could send text, but not say that it is JSON. */
import { createError, defineEventHandler, getRequestHeader } from 'h3'

export default defineEventHandler((event) => {
  if (!event.path.startsWith('/api/')) return
  const hasBody = Number(getRequestHeader(event, 'content-length') ?? 0) > 0 || getRequestHeader(event, 'transfer-encoding') !== undefined
  const type = getRequestHeader(event, 'content-type') ?? ''
  if (hasBody && !/^application\/json\s*(?:;|$)/i.test(type)) throw createError({ statusCode: 415, statusMessage: 'This has to be sent as JSON (Content-Type: application/json).' })
})
