/** A pupil who missed a lesson does it after it was closed, and it stays closed for the others. It ends by itself. */
import type { ClassViewer } from '../accounts/staff/class-access.ts'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import { changeable, daysAfter, ofClass, today, type Assignment } from './assignments.ts'
import type { Db } from '../platform/database/client.ts'

/** Days that a pupil has for it. */
const DAYS = 14

/** @returns whether a pupil goes on with a lesson that is closed for the others */
export async function isCatchingUp(db: Db, pupilId: string, assignmentId: string, day: string): Promise<boolean> {
  const found = await db
    .selectFrom('catch_up')
    .select('pupil_id')
    .where('assignment_id', '=', assignmentId)
    .where('pupil_id', '=', pupilId)
    .where('ends_on', '>=', day)
    .executeTakeFirst()
  return found !== undefined
}

/** In a transaction that holds the class. */
export async function openForPupil(transaction: Db, { id, school_id: schoolId }: Assignment, pupilId: string, now: Date): Promise<void> {
  const endsOn = daysAfter(today(now), DAYS)
  await transaction
    .insertInto('catch_up')
    .values({ school_id: schoolId, assignment_id: id, pupil_id: pupilId, ends_on: endsOn })
    .onConflict(conflict => conflict.columns(['assignment_id', 'pupil_id']).doUpdateSet({ ends_on: endsOn }))
    .execute()
}

/**
 * A teacher lets a pupil catch up, for two weeks from now; a pupil who was excused is not any more.
 * @throws `not-found` where the pupil is not of the class; `conflict` where it is open, or the pupil has finished it
 */
export function letCatchUp(db: Db, staff: ClassViewer, id: string, pupilId: string, now = new Date()): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const assignment = await changeable(transaction, staff, id)
    await ofClass(transaction, assignment, pupilId)
    if (assignment.closed_at === null) throw new Refusal('conflict', 'open-anyway')
    const attempt = await transaction
      .selectFrom('attempt')
      .select(['status', 'second_go'])
      .where('assignment_id', '=', id)
      .where('pupil_id', '=', pupilId)
      .executeTakeFirst()
    if (attempt?.status === 'finished' && attempt.second_go === 0) throw new Refusal('conflict', 'finished-already')
    await transaction.deleteFrom('excuse').where('assignment_id', '=', id).where('pupil_id', '=', pupilId).execute()
    await openForPupil(transaction, assignment, pupilId, now)
    await audit(transaction, staff, 'assignment.catch-up', id)
  })
}

/**
 * A teacher takes it back, or the days are over: it is closed for this pupil too, and what goes when it closes goes. In a
 * transaction.
 */
export async function closeForPupil(transaction: Db, id: string, pupilId: string): Promise<void> {
  // Held, so that what the pupil sends at this moment is taken before, or not at all.
  const held = await transaction
    .updateTable('assignment')
    .set(({ ref }) => ({ place: ref('place') }))
    .where('id', '=', id)
    .returning(['can_reopen'])
    .executeTakeFirst()
  await transaction.deleteFrom('catch_up').where('assignment_id', '=', id).where('pupil_id', '=', pupilId).execute()
  if (held?.can_reopen !== 0) return
  await transaction
    .updateTable('attempt')
    .set({ state: '', heard: '', second_go: 0 })
    .where('assignment_id', '=', id)
    .where('pupil_id', '=', pupilId)
    .execute()
}

/** A teacher takes it back. @throws `not-found` where there is no such assignment */
export function endCatchUp(db: Db, staff: ClassViewer, id: string, pupilId: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await changeable(transaction, staff, id)
    await closeForPupil(transaction, id, pupilId)
    await audit(transaction, staff, 'assignment.catch-up-end', id)
  })
}

/** Retention's part: who is done has until the end of the next day, and what is over ends. By a clock that is believed. */
export async function endCatchingUp(db: Db, now: Date): Promise<void> {
  const day = today(now)
  const [tomorrow, latest] = [daysAfter(day, 1), daysAfter(day, DAYS)]
  await db
    .updateTable('catch_up')
    .set({ ends_on: tomorrow })
    .where('ends_on', '>', tomorrow)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('attempt')
          .select('attempt.id')
          .whereRef('attempt.assignment_id', '=', 'catch_up.assignment_id')
          .whereRef('attempt.pupil_id', '=', 'catch_up.pupil_id')
          .where('attempt.status', '=', 'finished')
          .where('attempt.second_go', '=', 0),
      ),
    )
    .execute()
  // Made while the clock stood ahead.
  await db.updateTable('catch_up').set({ ends_on: latest }).where('ends_on', '>', latest).execute()
  const over = await db.selectFrom('catch_up').select(['assignment_id', 'pupil_id']).where('ends_on', '<', day).execute()
  for (const { assignment_id: id, pupil_id: pupilId } of over) await db.transaction().execute(all => closeForPupil(all, id, pupilId))
}
