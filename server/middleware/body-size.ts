/** No request brings more than this, whether it says how long it is or not: a body is kept in memory while it is read. */
import { createError, defineEventHandler, getRequestHeader, setResponseHeader, type H3Event } from 'h3'

/** Bytes; a list of a school's pupils and an export with a logo are far below. */
const MOST_BYTES = 2_000_000

function tooLarge(event: H3Event) {
  // Else the rest would still be read, to be thrown away.
  setResponseHeader(event, 'connection', 'close')
  return createError({ statusCode: 413, statusMessage: 'This is too much at once. Send it in smaller parts.' })
}

export default defineEventHandler(async (event) => {
  const { req } = event.node
  if (Number(getRequestHeader(event, 'content-length') ?? 0) > MOST_BYTES) throw tooLarge(event)
  if (getRequestHeader(event, 'transfer-encoding') === undefined) return
  // Its length is not said, so it is counted. What was read is left where h3 looks for it.
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MOST_BYTES) throw tooLarge(event)
    chunks.push(chunk)
  }
  Object.assign(req, { body: Buffer.concat(chunks) })
})
