/**
 * Pages are rendered in the thread that takes pupils' answers, some hundredths of a second each. So only two are rendered at once, whoever asks is
 * served in turn with all others, and answers go between them: somebody who asks for very many pages waits for their own.
 */
import { defineEventHandler, setResponseHeaders, setResponseStatus } from 'h3'
import { addressOf } from '../security/address.ts'
import { Line, LineFullError } from '../work/line.ts'

/** Three hundred pupils of one school may all reload at the same moment. */
const line = new Line({ places: 2, waiting: 800, waitingOfOne: 400 })

/** What is no page, goes by itself, or is rendered within a request that has its place (Nuxt's own page of an error). */
const OTHER = /^\/(?:(?:api|_nuxt|export\/preview\/package|pictures|schemas)\/|__nuxt)/

export default defineEventHandler(async (event) => {
  if (import.meta.dev || event.method !== 'GET' || OTHER.test(event.path)) return
  const { res } = event.node
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  try {
    const leave = await line.enter(addressOf(event), { signal: gone.signal })
    if (res.writableFinished || gone.signal.aborted) leave()
    else res.once('close', leave)
  }
  catch (error) {
    if (!(error instanceof LineFullError)) throw error
    setResponseStatus(event, 503)
    setResponseHeaders(event, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': 5, 'Cache-Control': 'no-store' })
    return 'This server is very busy just now. Wait some seconds, then load the page again.'
  }
})
