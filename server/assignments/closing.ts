/**
 * Closing bars a lesson at once and deletes a day later: so long it can be undone, and nothing is lost. What deletes is retention's
 * (server/school/retention.ts), by a clock that is believed.
 */
import type { Lesson } from '#activities/lesson'
import type { ClassViewer } from '../accounts/staff/class-access.ts'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import { enterOlder } from '../insight/entries.ts'
import { lookForTheLastTime, type Lot } from '../insight/looks.ts'
import { changeable, daysAfter, ensureAssignment, type Assignment } from './assignments.ts'
import { classOutline } from './attempts.ts'
import type { Db } from '../platform/database/client.ts'

/** Hours in which closing can be undone; afterwards single answers go. The words of pages, guides and packs say "a day". */
const UNDO_HOURS = 24

type Closing = Pick<Assignment, 'closed_at' | 'can_reopen'>

/** @returns whether it is closed, and what is deleted then is deleted */
export const isClosedForGood = ({ closed_at: closed, can_reopen: canReopen }: Closing) => closed !== null && canReopen === 0

/** @returns the moment until which closing can be undone at least; null where it is open, or can be undone no longer */
export const undoUntil = ({ closed_at: closed, can_reopen: canReopen }: Closing): string | null =>
  closed === null || canReopen === 0 ? null : new Date(Date.parse(closed) + UNDO_HOURS * 3_600_000).toISOString()

async function close(db: Db, id: string, now = new Date()): Promise<boolean> {
  const closed = await db
    .updateTable('assignment')
    .set({ closed_at: now.toISOString(), can_reopen: 1 })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return closed !== undefined
}

/** A teacher closes it: from now on nothing is taken. @throws `conflict` where it is closed already */
export function closeAssignment(db: Db, staff: ClassViewer, id: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await ensureAssignment(transaction, staff, id)
    if (!await close(transaction, id)) throw new Refusal('conflict', 'closed-already')
    await audit(transaction, staff, 'assignment.close', id)
  })
}

/**
 * A teacher undoes it: everything is as it was, for everybody.
 * @throws `conflict` where it is not closed, or single answers are deleted already
 */
export function reopenAssignment(db: Db, staff: ClassViewer, id: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await changeable(transaction, staff, id)
    if (!await reopenWithin(transaction, id)) throw new Refusal('conflict', 'closed-for-good')
    await audit(transaction, staff, 'assignment.reopen', id)
  })
}

/**
 * In the transaction of whoever undoes more than that.
 * @param closedAt where it is opened only if it was closed at that moment: not where somebody has closed it themselves since
 * @returns whether it could be opened again
 */
export async function reopenWithin(transaction: Db, id: string, closedAt?: string): Promise<boolean> {
  const opened = await transaction
    .updateTable('assignment')
    .set({ closed_at: null, can_reopen: 0 })
    .where('id', '=', id)
    .where('can_reopen', '=', 1)
    .$if(closedAt !== undefined, query => query.where('closed_at', '=', closedAt ?? ''))
    .returning('id')
    .executeTakeFirst()
  if (!opened) return false
  // All may go on now; and who closes it again has a whole day again.
  await transaction.deleteFrom('catch_up').where('assignment_id', '=', id).execute()
  await transaction.deleteFrom('deletion').where('kind', '=', 'closing').where('subject_id', '=', id).execute()
  return true
}

/**
 * Closes what a class has open, when its school year is over. @param by only what opened by that day; left out, what is planned too
 * @returns which were open
 */
export async function closeAllOf(transaction: Db, classId: string, now: Date, by?: string): Promise<string[]> {
  const open = await transaction.selectFrom('assignment').select('id').where('class_id', '=', classId).where('closed_at', 'is', null)
    .where('removed_at', 'is', null).$if(by !== undefined, query => query.where('opens_on', '<=', by ?? '')).orderBy('id').execute()
  const closed: string[] = []
  for (const { id } of open) if (await close(transaction, id, now)) closed.push(id)
  return closed
}

/** @returns what is closed and can still be opened again */
export const closedOfLate = (db: Db): Promise<Pick<Assignment, 'id' | 'school_id'>[]> =>
  db.selectFrom('assignment').select(['id', 'school_id']).where('can_reopen', '=', 1).execute()

/**
 * What may be said of the class is kept in words; single answers, what made them count once and all counts are deleted, totals
 * stay. Answers of pupils who catch up stay with them until they are done.
 * @param lesson undefined where the lesson is no longer there: then there is nothing to count
 * @param isLeftOut the lot, where it is not to fall by chance
 * @returns whether there was anything to delete: not where it was opened again, or another process was first
 */
export function emptyClosed(db: Db, assignment: Assignment, lesson: Lesson | undefined, isLeftOut?: Lot): Promise<boolean> {
  const { id } = assignment
  return db.transaction().execute(async (transaction) => {
    const closed = await transaction
      .updateTable('assignment')
      .set({ can_reopen: 0 })
      .where('id', '=', id)
      .where('can_reopen', '=', 1)
      .returning('id')
      .executeTakeFirst()
    if (!closed) return false
    // Written so that this waits for pupils whose work is being taken: it is counted, and what they sent goes too.
    await transaction.updateTable('attempt').set(({ ref }) => ({ changes: ref('changes') })).where('assignment_id', '=', id).execute()
    if (lesson) {
      await enterOlder(transaction, id, lesson, classOutline(lesson))
      await lookForTheLastTime(transaction, assignment, lesson, isLeftOut)
    }
    await transaction
      .updateTable('attempt')
      .set({ state: '', heard: '', second_go: 0 })
      .where('assignment_id', '=', id)
      .where('pupil_id', 'not in', transaction.selectFrom('catch_up').select('pupil_id').where('assignment_id', '=', id))
      .execute()
    for (const table of ['check_done', 'tally', 'quiz_entry'] as const)
      await transaction.deleteFrom(table).where('assignment_id', '=', id).execute()
    return true
  })
}

/** Days after which an assignment closes by itself: a term and some, counted from the day it was due, or else opened. */
const CLOSES_AFTER = 90

/** @returns the first day on which an open assignment is closed by itself */
export const closesOn = ({ opens_on: opensOn, due_on: dueOn }: Pick<Assignment, 'opens_on' | 'due_on'>) =>
  daysAfter(dueOn ?? opensOn, CLOSES_AFTER + 1)

/** @returns the open assignments that would be closed on that day, or before */
export async function forgottenBy(db: Db, day: string): Promise<Assignment[]> {
  const open = await db
    .selectFrom('assignment')
    .selectAll()
    .where('closed_at', 'is', null)
    .where('removed_at', 'is', null)
    .where('opens_on', '<', daysAfter(day, -CLOSES_AFTER))
    .execute()
  return open.filter(assignment => closesOn(assignment) <= day)
}

/**
 * Single answers are not kept because a teacher forgot to close. Retention announces it first.
 * @returns whether it was still open
 */
export const closeForgotten = (db: Db, id: string): Promise<boolean> => close(db, id)
