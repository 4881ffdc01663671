/**
 * A pupil's session: it ends with half an hour in which nothing is done, with new pictures and with a new code of the class. Its
 * cookie is at the edge (server/edge/people/pupil-cookie.ts).
 */
import { Refusal } from '../platform/refusal.ts'
import type { Db } from '../platform/database/client.ts'
import { askedTogether } from '../platform/database/asked-together.ts'
import { IDLE, LONGEST, whyEnded } from './pupil-session-rows.ts'
import { hashOf } from '../platform/security/tokens.ts'

/** A session is not written at every request. */
const TOUCH_AFTER = 60_000

export interface Pupil {
  readonly id: string
  readonly schoolId: string
  readonly classId: string
  readonly name: string
}

const inUse = askedTogether({ tokenHash: 'text', since: 'text', begun: 'text' }, (db, given) => db.selectFrom('pupil_session')
  .innerJoin('pupil', 'pupil.id', 'pupil_session.pupil_id').innerJoin('class', 'class.id', 'pupil.class_id')
  .select(['pupil.id', 'pupil.school_id', 'pupil.class_id', 'pupil.name', 'pupil_session.used_at'])
  .where('token_hash', '=', given.tokenHash).where('class.archived_at', 'is', null).where('class.deleted_at', 'is', null).where('used_at', '>', given.since)
  .where('ended', 'is', null).where(({ eb, or }) => or([eb('began_at', 'is', null), eb('began_at', '>', given.begun)])))

/** @returns the pupil of a session that is still in use, of a class that is neither archived nor deleted; or null */
export async function pupilWith(db: Db, token: string, now = new Date()): Promise<Pupil | null> {
  const tokenHash = hashOf(token)
  const found = await inUse(db, {
    tokenHash,
    since: new Date(now.getTime() - IDLE).toISOString(),
    begun: new Date(now.getTime() - LONGEST).toISOString(),
  })
  if (!found) return null
  if (now.getTime() - Date.parse(found.used_at) > TOUCH_AFTER) {
    await db.updateTable('pupil_session').set({ used_at: now.toISOString() }).where('token_hash', '=', tokenHash).execute()
  }
  return { id: found.id, schoolId: found.school_id, classId: found.class_id, name: found.name }
}

/**
 * @param token what the cookie holds, where there is one
 * @throws `signed-out` with what to do, and in its details why
 */
export async function ensurePupil(db: Db, token: string | undefined): Promise<Pupil> {
  const pupil = token === undefined ? null : await pupilWith(db, token)
  if (pupil) return pupil
  const reason = (token === undefined ? null : await whyEnded(db, token)) ?? 'signed-out'
  throw new Refusal('signed-out', `pupil-${reason}`, { reason })
}

/**
 * What a device sends says whose it is: on a shared tablet the child before may have left work, which waits for them alone.
 * @throws `signed-out` where it is not of the pupil who is signed in
 */
export function ofThisPupil(pupil: Pick<Pupil, 'id'>, pupilId: string): void {
  if (pupilId === pupil.id) return
  throw new Refusal('signed-out', 'somebody-else', { reason: 'somebody-else' })
}
