/** A pupil's session: a cookie that ends with the browser, with half an hour in which nothing is done, with new pictures and with a new code of the class. */
import { createError, deleteCookie, getCookie, getRequestURL, setCookie, type H3Event } from 'h3'
import type { Db } from '../platform/database/client.ts'
import { appDatabase } from '../platform/database/app-database.ts'
import { prepared, type Placeholders } from '../platform/database/prepared.ts'
import { IDLE, keepSession, whyEnded } from './pupil-session-rows.ts'
import type { SessionEnd } from '../platform/database/schema.ts'
import { cookiePath } from '../platform/security/transport.ts'
import { hashOf } from '../platform/security/tokens.ts'

const COOKIE = 'whos-there-pupil'
/** A session is not written at every request. */
const TOUCH_AFTER = 60_000
/** Milliseconds after which a session ends however much it is used: a school day, and homework after it. */
const LONGEST = 12 * 60 * 60_000

export interface Pupil {
  readonly id: string
  readonly schoolId: string
  readonly classId: string
  readonly name: string
}

/** Signs a pupil in on this device; whoever was signed in before is signed out. */
export async function startPupilSession(event: H3Event, db: Db, pupil: Pick<Pupil, 'id' | 'schoolId'>, now = new Date()) {
  await endPupilSession(event, db)
  const token = await keepSession(db, pupil, now)
  setCookie(event, COOKIE, token, { httpOnly: true, sameSite: 'lax', path: cookiePath(), secure: getRequestURL(event, { xForwardedProto: true }).protocol === 'https:' })
}

export async function endPupilSession(event: H3Event, db: Db) {
  const token = getCookie(event, COOKIE)
  if (token === undefined) return
  await db.deleteFrom('pupil_session').where('token_hash', '=', hashOf(token)).execute()
  deleteCookie(event, COOKIE, { path: cookiePath() })
}

const inUse = prepared((db, given: Placeholders<{ tokenHash: string, since: string, begun: string }>) => db.selectFrom('pupil_session')
  .innerJoin('pupil', 'pupil.id', 'pupil_session.pupil_id').innerJoin('class', 'class.id', 'pupil.class_id')
  .select(['pupil.id', 'pupil.school_id', 'pupil.class_id', 'pupil.name', 'pupil_session.used_at'])
  .where('token_hash', '=', given.tokenHash).where('class.archived_at', 'is', null).where('used_at', '>', given.since)
  .where('ended', 'is', null).where(({ eb, or }) => or([eb('began_at', 'is', null), eb('began_at', '>', given.begun)])))

/** @returns the pupil of a session that is still in use, of a class that is not archived; or null */
export async function pupilWith(db: Db, token: string, now = new Date()): Promise<Pupil | null> {
  const tokenHash = hashOf(token)
  const [found] = await inUse(db, { tokenHash, since: new Date(now.getTime() - IDLE).toISOString(), begun: new Date(now.getTime() - LONGEST).toISOString() })
  if (!found) return null
  if (now.getTime() - Date.parse(found.used_at) > TOUCH_AFTER) {
    await db.updateTable('pupil_session').set({ used_at: now.toISOString() }).where('token_hash', '=', tokenHash).execute()
  }
  return { id: found.id, schoolId: found.school_id, classId: found.class_id, name: found.name }
}

/** Why there is no session, where that is known; the rest is that nobody is signed in. */
const sentences: Readonly<Record<SessionEnd | 'signed-out', string>> = {
  'signed-out': 'Sign in again with your class code, your name and your pictures.',
  'before-reset': 'You have new pictures. Sign in with them. What you did here is sent then.',
  'code-replaced': 'Your class has a new code. Ask your teacher for it, then sign in again. What you did here is sent then.',
  'newer-sessions': 'You are signed in on other devices now. Sign in here again to go on. What you did here is sent then.',
}

/** @throws 401 with what to do, and in `data` why */
export async function requirePupil(event: H3Event): Promise<{ pupil: Pupil, db: Db }> {
  const { db } = await appDatabase()
  const token = getCookie(event, COOKIE)
  const pupil = token === undefined ? null : await pupilWith(db, token)
  if (!pupil) {
    const reason = (token === undefined ? null : await whyEnded(db, token)) ?? 'signed-out'
    throw createError({ statusCode: 401, statusMessage: sentences[reason], data: { reason } })
  }
  event.context.who = { staffId: null, schoolId: pupil.schoolId, has: async (_, classId) => classId === pupil.classId }
  return { pupil, db }
}

/**
 * What a device sends says whose it is: on a shared tablet the child before may have left work, which waits for them alone.
 * @throws 401 where it is not of the pupil who is signed in
 */
export function ofThisPupil(pupil: Pick<Pupil, 'id'>, pupilId: string): void {
  if (pupilId === pupil.id) return
  throw createError({ statusCode: 401, statusMessage: 'This was done by somebody else on this device. It is sent when they sign in here.', data: { reason: 'somebody-else' } })
}
