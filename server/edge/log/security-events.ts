/**
 * What happens around signing in, and what is refused, as lines of JSON on standard output (OWASP ASVS 7.1.3, 7.2.1, 7.2.2). A
 * line is made of words and ids of ours: no name, no address, no key, nothing that somebody typed, and nothing that tells one
 * pupil from another.
 */
import { getQuery, type H3Event } from 'h3'
import type { Db } from '../../platform/database/client.ts'
import { addSecurityEvents, type CountedEvent } from '../../platform/security/security-event-counts.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { addressOf } from '../request/address.ts'
import { audit } from '../../platform/security/audit.ts'
import { isAllowed, markOf } from '../../platform/security/rate-limit.ts'

/** `wrong-try` is a wrong password, code, passkey, card or picture; `limit` a try that came after too many. */
export type SecurityEvent = 'signed-in' | CountedEvent

/** Who asks, or whose account is tried. */
export interface Who {
  /** Nothing for pupils. */
  readonly staffId: string | null
  readonly schoolId: string
  /** Whether a class is one of theirs. */
  readonly has?: (db: Db, classId: string) => Promise<boolean>
}

declare module 'h3' {
  interface H3EventContext {
    who?: Who
  }
}

/** What was answered to whoever was refused. */
interface Answered {
  readonly statusCode: number
  readonly data?: unknown
}

interface Line {
  readonly event: SecurityEvent
  /** One word, where there is one. */
  readonly reason: string | null
  readonly status: number
}

/** Reasons (`data.reason` of an error) that are a wrong try at what lets somebody in. */
const wrongTries: readonly string[] = ['password', 'code', 'passkey', 'card', 'pictures']

/** That a session is over, or that work waits for another child, is no sign of anybody trying something. */
const matterOfCourse: readonly string[] = ['signed-out', 'before-reset', 'code-replaced', 'newer-sessions', 'somebody-else']

/** As long as a limit lasts. Milliseconds. */
const ONCE = { tries: 1, window: 15 * 60_000 }

/** Somebody who does nothing but get refused is not to fill the disk. */
const MOST_REFUSALS = { lines: 600, in: 60_000 }
let minute = { began: Number.NEGATIVE_INFINITY, lines: 0 }

/** @returns whether a refusal still has its line in this minute; the last one says that there may be more */
function hasRoom(now: number): boolean {
  if (now - minute.began >= MOST_REFUSALS.in) minute = { began: now, lines: 0 }
  minute.lines += 1
  return minute.lines <= MOST_REFUSALS.lines
}

/** One line, whatever is in it: the rest of the world's signs are written as numbers, line ends among them. */
export function lineOf(fields: Readonly<Record<string, string | number | boolean | null>>): string {
  return JSON.stringify(fields).replaceAll(/[^ -~]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The route as it is written in the code, since an address holds ids and keys; before any route is found, only that it was the API. */
const routeOf = (event: H3Event) => `${event.method} ${event.context.matchedRoute?.path ?? '/api'}`

/** Since `keepCounts` was last called, by this process. */
const waiting = new Map<CountedEvent, number>()

/** Adds what has come together to the counts of the whole server. Where the database is away, it waits for the next time. */
export async function keepCounts() {
  const taken = [...waiting]
  waiting.clear()
  for (const [event, count] of taken) {
    await appDatabase()
      .then(({ db }) => addSecurityEvents(db, event, count))
      .catch(() => waiting.set(event, count + (waiting.get(event) ?? 0)))
  }
}

async function write(event: H3Event, db: Db | undefined, { event: what, reason, status }: Line) {
  const now = Date.now()
  if (what !== 'signed-in' && (reason === null || !matterOfCourse.includes(reason))) waiting.set(what, (waiting.get(what) ?? 0) + 1)
  if (what !== 'signed-in' && !hasRoom(now)) return
  const time = new Date(now).toISOString()
  const { staffId = null, schoolId = null } = event.context.who ?? {}
  const address = addressOf(event)
  // The database may be away: then it cannot be told where this came from, but that it came.
  const from = db === undefined || address === '' ? null : await markOf(db, address).catch(() => null)
  console.log(
    lineOf({
      time,
      event: what,
      reason,
      route: routeOf(event),
      status,
      staff: staffId,
      school: schoolId,
      from,
      ...(minute.lines === MOST_REFUSALS.lines ? { more: true } : {}),
    }),
  )
}

/** A refusal that no route of the API gave. */
export const writeRefusal = (event: H3Event, db: Db, reason: string, status: number) => write(event, db, { event: 'refused', reason, status })

/** Somebody of the staff is in: written into the log, and among what staff did for the school's admins. */
export async function noteSignIn(event: H3Event, db: Db, staffId: string) {
  const found = await db.selectFrom('staff').select('school_id').where('id', '=', staffId).executeTakeFirst()
  if (!found) return
  event.context.who = { staffId, schoolId: found.school_id }
  await audit(db, { id: staffId, schoolId: found.school_id }, 'account.sign-in', staffId)
  await write(event, db, { event: 'signed-in', reason: null, status: 200 })
}

/**
 * For the last handler of errors: writes down what was refused. It never fails, and begins when the answer is on its way: how
 * long that took tells nobody whether there is such an account.
 */
export function noteRefusal(error: Answered, event: H3Event) {
  if (!event.path.startsWith('/api/') || ![401, 403, 404, 429].includes(error.statusCode)) return
  event.waitUntil(new Promise(setImmediate).then(() => noted(error, event)).catch(() => undefined))
}

/** Whoever it was that tried too often, the school's admins see at whose account: once in a while, however long it goes on. */
async function warnAdmins(db: Db, { staffId, schoolId }: Who, reason: string | null) {
  const action = reason === 'password' ? 'account.tries' : reason === 'code' ? 'account.codes' : undefined
  if (staffId === null || action === undefined || !await isAllowed(db, `${action}:${staffId}`, ONCE)) return
  await audit(db, { id: null, schoolId }, action, staffId)
}

async function noted({ statusCode: status, data }: Answered, event: H3Event) {
  const db = await appDatabase().then(opened => opened.db, () => undefined)
  const said = (data as { readonly reason?: unknown } | undefined)?.reason
  const reason = typeof said === 'string' ? said : null
  if (status === 429) {
    if (db && event.context.who) await warnAdmins(db, event.context.who, reason)
    return write(event, db, { event: 'limit', reason, status })
  }
  if (reason !== null && wrongTries.includes(reason)) return write(event, db, { event: 'wrong-try', reason, status })
  if (status !== 404) return write(event, db, { event: 'refused', reason, status })
  // What is not there looks the same as what is somebody else's, but not in here.
  if (db && await isSomebodyElses(db, event)) return write(event, db, { event: 'refused', reason: 'not-theirs', status })
}

async function isSomebodyElses(db: Db, event: H3Event): Promise<boolean> {
  const { who, params, matchedRoute } = event.context
  const [, kind = 'classes'] = /^\/api\/(?:my\/)?(pupils|assignments|staff)\/:id/.exec(matchedRoute?.path ?? '') ?? []
  const id = String(params?.id ?? getQuery(event).class ?? '')
  if (!who || id === '') return false
  if (kind === 'staff')
    return (
      (await db.selectFrom('staff').select('id').where('id', '=', id).where('school_id', '!=', who.schoolId).executeTakeFirst())
      !== undefined
    )
  const found = kind === 'classes'
    ? await db.selectFrom('class').select('id').where('id', '=', id).executeTakeFirst()
    : await db.selectFrom(kind === 'pupils' ? 'pupil' : 'assignment').select('class_id as id').where('id', '=', id).executeTakeFirst()
  return found !== undefined && await who.has?.(db, found.id) === false
}
