/**
 * The cookie of a pupil's session, which ends with the browser (server/classes/pupil-session.ts). Whoever came from an LMS has
 * another one (server/edge/lti/cookies.ts): a page says which it means.
 */
import { deleteCookie, getCookie, setCookie, type H3Event } from 'h3'
import { ensurePupil, ofThisPupil, type Pupil } from '../../classes/pupil-session.ts'
import { endSession, keepSession } from '../../classes/pupil-session-rows.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import type { Db } from '../../platform/database/client.ts'
import { cameWith, ltiKeyOf } from '../lti/cookies.ts'
import { cookiePath, isHttps } from '../request/transport.ts'

const COOKIE = 'whos-there-pupil'

/** Signs a pupil in on this device; whoever was signed in before is signed out. */
export async function startPupilSession(event: H3Event, db: Db, pupil: Pick<Pupil, 'id' | 'schoolId'>) {
  await endPupilSession(event, db)
  setCookie(event, COOKIE, await keepSession(db, pupil), { httpOnly: true, sameSite: 'lax', path: cookiePath(), secure: isHttps(event) })
}

export async function endPupilSession(event: H3Event, db: Db) {
  const token = getCookie(event, COOKIE)
  if (token === undefined) return
  await endSession(db, token)
  deleteCookie(event, COOKIE, { path: cookiePath() })
}

/** @throws `signed-out` with what to do, and in its details why */
export async function requirePupil(event: H3Event): Promise<{ pupil: Pupil, db: Db }> {
  const { db } = await appDatabase()
  const ltiKey = ltiKeyOf(event)
  const token = ltiKey === undefined ? getCookie(event, COOKIE) : cameWith(event, ltiKey)?.token
  const pupil = await ensurePupil(db, token)
  if (ltiKey !== undefined) ofThisPupil(pupil, ltiKey)
  event.context.who = { staffId: null, schoolId: pupil.schoolId, has: async (_, classId) => classId === pupil.classId }
  return { pupil, db }
}
