/**
 * Pages are rendered in the thread that takes pupils' answers, some hundredths of a second each. So only one is rendered at once,
 * whoever asks is served in turn with all others, and answers go between them: somebody who asks for very many pages waits for
 * their own. A second place would bring no more pages, and an answer would wait behind both (docs/benchmarks.md).
 */
import { defineEventHandler, setResponseHeaders, setResponseStatus } from 'h3'
import { addressOf } from '../edge/request/address.ts'
import { readersLocale } from '../platform/readers-locale.ts'
import { say } from '../platform/sentences.ts'
import { Line, LineFullError } from '../platform/work/line.ts'

/** Three hundred pupils of one school may all reload at the same moment. */
const line = new Line({ places: 1, waiting: 800, waitingOfOne: 400 })

/** A page that takes longer waits for something else, a database that is away for one, and is not worked at. Milliseconds. */
const MOST = 1_000

/** What is no page, goes by itself, or is rendered within a request that has its place (Nuxt's own page of an error). */
const OTHER = /^\/(?:(?:api|_nuxt|export\/preview\/package|pictures|schemas)\/|__nuxt)/

export default defineEventHandler(async (event) => {
  if (import.meta.dev || event.method !== 'GET' || OTHER.test(event.path)) return
  const { res } = event.node
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  try {
    const leave = await line.enter(addressOf(event), { signal: gone.signal })
    if (gone.signal.aborted) return leave()
    setTimeout(leave, MOST).unref()
    res.once('close', leave)
    // From here on it is sent, which takes as long as whoever asked takes to read it: nobody else waits for that.
    res.end = new Proxy(res.end, {
      apply(end, response, values) {
        leave()
        return Reflect.apply(end, response, values)
      },
    })
  }
  catch (error) {
    if (!(error instanceof LineFullError)) throw error
    setResponseStatus(event, 503)
    setResponseHeaders(event, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': 5, 'Cache-Control': 'no-store' })
    return say({ key: 'pages-busy' }, readersLocale(event.headers))
  }
})
