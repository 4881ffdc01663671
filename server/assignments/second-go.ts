/**
 * A second go is a teacher's to give, on purpose. The lesson begins anew for the pupil; what they had stays theirs: they have
 * finished, with the better of both totals, and neither ever becomes less.
 */
import type { ClassViewer } from '../accounts/staff/class-access.ts'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import type { Pupil } from '../classes/pupil-session.ts'
import { changeable, ofClass, type Assignment } from './assignments.ts'
import { closeForPupil, openForPupil } from './catching-up.ts'
import type { Db } from '../platform/database/client.ts'

/**
 * To a pupil who has finished, or to all of a class who have. Where it is closed, a pupil has two weeks for it.
 * @returns how many have it that had it not
 * @throws `not-found` where the pupil is not of the class; `conflict` where nobody has finished, or it is closed for a class
 */
export function giveSecondGo(db: Db, staff: ClassViewer, id: string, pupilId?: string, now = new Date()): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const assignment = await changeable(transaction, staff, id)
    if (pupilId !== undefined) await ofClass(transaction, assignment, pupilId)
    else if (assignment.closed_at !== null) throw new Refusal('conflict', 'closed-for-class')
    const given = await transaction
      .updateTable('attempt')
      .set({ second_go: 1 })
      .where('assignment_id', '=', id)
      .where('status', '=', 'finished')
      .where('second_go', '=', 0)
      .$if(pupilId !== undefined, query => query.where('pupil_id', '=', pupilId ?? ''))
      .returning('pupil_id')
      .execute()
    if (given.length === 0) {
      const before = await ofSecondGo(transaction, id, pupilId)
      if (before.length === 0) throw new Refusal('conflict', 'not-finished')
    }
    if (pupilId !== undefined && assignment.closed_at !== null) await openForPupil(transaction, assignment, pupilId, now)
    await audit(transaction, staff, 'assignment.second-go', id)
    return given.length
  })
}

const ofSecondGo = (db: Db, id: string, pupilId?: string) =>
  db
    .selectFrom('attempt')
    .select('pupil_id')
    .where('assignment_id', '=', id)
    .where('second_go', '>', 0)
    .$if(pupilId !== undefined, query => query.where('pupil_id', '=', pupilId ?? ''))
    .execute()

/** A teacher takes it back: who has not begun it finds everything as it was, the first go with it. */
export function takeBackSecondGo(db: Db, staff: ClassViewer, id: string, pupilId?: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const assignment = await changeable(transaction, staff, id)
    await transaction
      .updateTable('attempt')
      .set({ second_go: 0 })
      .where('assignment_id', '=', id)
      .$if(pupilId !== undefined, query => query.where('pupil_id', '=', pupilId ?? ''))
      .execute()
    if (pupilId !== undefined && assignment.closed_at !== null) await closeForPupil(transaction, id, pupilId)
    await audit(transaction, staff, 'assignment.second-go-back', id)
  })
}

/** The pupil opens the lesson: the second go begins. What a page that was open before still sends belongs to the first until then. */
export async function beginSecondGo(db: Db, { id: pupilId }: Pick<Pupil, 'id'>, { id }: Pick<Assignment, 'id'>): Promise<void> {
  await db
    .updateTable('attempt')
    .set({ second_go: 2, state: '', heard: '' })
    .where('assignment_id', '=', id)
    .where('pupil_id', '=', pupilId)
    .where('second_go', '=', 1)
    .execute()
}
