/** Rows of pupils' sessions: how many there may be, and what ends them. The cookie is in server/edge/people/pupil-cookie.ts. */
import { hashOf, newToken } from '../platform/security/tokens.ts'
import type { Db } from '../platform/database/client.ts'
import type { SessionEnd } from '../platform/database/schema.ts'

/** Milliseconds without use after which a session is over. */
export const IDLE = 30 * 60_000
/** Milliseconds after which a session ends however much it is used: a school day, and homework after it. */
export const LONGEST = 12 * 60 * 60_000
/** At a time: a device at school, one at home, and one that nobody signed out of. */
export const MOST_SESSIONS = 3

/**
 * Keeps a new session, in the place of the one that nobody has used for longest where there would be too many.
 * @returns what its cookie holds
 */
export async function keepSession(db: Db, pupil: { readonly id: string, readonly schoolId: string }, now = new Date()): Promise<string> {
  const token = newToken()
  await db.transaction().execute(async (all) => {
    // Held, so that two who come in at once count each other.
    await all.updateTable('pupil').set(({ ref }) => ({ name: ref('name') })).where('id', '=', pupil.id).execute()
    const usable = all.selectFrom('pupil_session').select('token_hash').where('pupil_id', '=', pupil.id).where('ended', 'is', null)
      .where('used_at', '>', new Date(now.getTime() - IDLE).toISOString()).orderBy('used_at', 'desc').orderBy('token_hash')
    const tooMany = (await usable.execute()).slice(MOST_SESSIONS - 1).map(row => row.token_hash)
    if (tooMany.length > 0)
      await all.updateTable('pupil_session').set({ ended: 'newer-sessions' }).where('token_hash', 'in', tooMany).execute()
    await all
      .insertInto('pupil_session')
      .values({
        token_hash: hashOf(token),
        school_id: pupil.schoolId,
        pupil_id: pupil.id,
        used_at: now.toISOString(),
        began_at: now.toISOString(),
        ended: null,
      })
      .execute()
  })
  return token
}

/**
 * Ends sessions and remembers why, so that a device that still uses one can say what to do. What waits there is sent when the
 * pupil comes in again.
 * @param whose of one pupil, or of everybody in a class
 */
export async function endSessions(
  db: Db,
  whose: { readonly pupilId: string } | { readonly classId: string },
  ended: SessionEnd,
): Promise<void> {
  const sessions = db.updateTable('pupil_session').set({ ended }).where('ended', 'is', null)
  await (
    'pupilId' in whose
      ? sessions.where('pupil_id', '=', whose.pupilId)
      : sessions.where('pupil_id', 'in', db.selectFrom('pupil').select('id').where('class_id', '=', whose.classId))
  ).execute()
}

/** Ends one session. */
export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('pupil_session').where('token_hash', '=', hashOf(token)).execute()
}

/** @returns why a session is over, where that is known */
export async function whyEnded(db: Db, token: string): Promise<SessionEnd | null> {
  const row = await db.selectFrom('pupil_session').select('ended').where('token_hash', '=', hashOf(token)).executeTakeFirst()
  return row?.ended ?? null
}
