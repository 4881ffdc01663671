/** Errors end here. One that nobody foresaw is written to the log without an address or a value, and answered with a sentence that gives nothing away; what was refused is written down (server/platform/security/security-events.ts). Nuxt's own handler then shows the page. */
import { setResponseHeader, type H3Error, type H3Event } from 'h3'
import { forLog, troubleOf, type Trouble } from '../platform/failure.ts'
import { isReadable } from '../platform/security/input.ts'
import { noteRefusal } from '../platform/security/security-events.ts'
import { nameError } from '../platform/security/json-answers.ts'

const answers: Readonly<Record<Trouble, { statusCode: number, statusMessage: string }>> = {
  away: { statusCode: 503, statusMessage: 'What is kept here cannot be reached just now. Wait a minute, then try again.' },
  'no-room': { statusCode: 503, statusMessage: 'Nothing can be saved here just now. Tell whoever runs this server that its disk is full or cannot be written to.' },
  unexpected: { statusCode: 500, statusMessage: 'Something went wrong on the server. Try again; if it stays, tell whoever runs it.' },
}

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
  if (!error.unhandled) {
    // A page said it itself. Nitro would write its whole address into the log.
    error.fatal = false
    noteRefusal(error, event)
    return
  }
  const trouble = troubleOf(error)
  const { statusCode, statusMessage } = answers[trouble]
  // The route as it is written in the code, since an address holds ids and keys.
  if (isNews(trouble === 'unexpected')) console.error(`${event.method} ${event.context.matchedRoute?.path ?? ''}: ${forLog(error)}`)
  if (statusCode === 503) setResponseHeader(event, 'retry-after', 30)
  Object.assign(error, { statusCode, statusMessage, message: statusMessage, data: undefined, unhandled: false, fatal: false })
}
