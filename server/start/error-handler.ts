/**
 * Errors end here. One that nobody foresaw is written to the log without an address or a value, and answered with a sentence that
 * gives nothing away; what was refused is written down (server/edge/log/security-events.ts). Nuxt's own handler then shows the
 * page.
 */
import { setResponseHeader, type H3Error, type H3Event } from 'h3'
import { forLog, troubleOf, type Trouble } from '../platform/failure.ts'
import { answerRefusal } from '../edge/answers/refusals.ts'
import { isReadable } from '../edge/request/input.ts'
import { readersLocale } from '../platform/readers-locale.ts'
import { say } from '../platform/sentences.ts'
import { noteRefusal } from '../edge/log/security-events.ts'
import { nameError } from '../edge/answers/json-answers.ts'

const statusOf: Readonly<Record<Trouble, number>> = { away: 503, 'no-room': 503, unexpected: 500 }

/** Milliseconds. */
const ONCE_IN = 60_000
let saidAt = Number.NEGATIVE_INFINITY

/** While a database is away, a whole school fails every few seconds, and the log would fill the disk. */
function isNews(isOurFault: boolean): boolean {
  const now = performance.now()
  if (!isOurFault && now - saidAt < ONCE_IN) return false
  if (!isOurFault) saidAt = now
  return true
}

export default function (error: H3Error, event: H3Event) {
  nameError(event)
  // The page that says so is made from its address too.
  if (!isReadable(event)) event._path = event.node.req.url = event.node.req.originalUrl = '/'
  if (answerRefusal(error, event) || !error.unhandled) {
    // A page said it itself. Nitro would write its whole address into the log.
    error.fatal = false
    noteRefusal(error, event)
    return
  }
  const trouble = troubleOf(error)
  const [statusCode, statusMessage] = [statusOf[trouble], say({ key: `trouble-${trouble}` }, readersLocale(event.headers))]
  // The route as it is written in the code, since an address holds ids and keys.
  if (isNews(trouble === 'unexpected')) console.error(`${event.method} ${event.context.matchedRoute?.path ?? ''}: ${forLog(error)}`)
  if (statusCode === 503) setResponseHeader(event, 'retry-after', 30)
  Object.assign(error, { statusCode, statusMessage, message: statusMessage, data: undefined, unhandled: false, fatal: false })
}
