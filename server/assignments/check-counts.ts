/** Checks are counted without pupils as they are given; when an assignment closes, what may be said of it is kept and all else goes. */
import { SKIPPED } from '#activities/quiz/skipped'
import type { CheckAnswer, CheckConfig } from '#activities/check/schema'
import type { Lesson } from '#activities/lesson'
import { Refusal } from '../platform/refusal.ts'
import type { Pupil } from '../classes/pupil-session.ts'
import type { Staff } from '../accounts/staff/staff-member.ts'
import { RULES } from '../insight/statements.ts'
import { enterOlder } from '../insight/entries.ts'
import { keepWording } from '../insight/wording.ts'
import { lookForTheLastTime, type Lot } from '../insight/looks.ts'
import { daysAfter, ensureAssignment, type Assignment } from './assignments.ts'
import { classOutline, closedLesson } from './attempts.ts'
import type { Db } from '../platform/database/client.ts'
import { leaveReserve } from '../platform/database/reserve.ts'
import type { Row } from '../platform/database/schema.ts'

type Said = Pick<Row<'tally'>, 'form' | 'item_id' | 'option_id' | 'sure'>
type SaidIn = Said & Pick<Row<'tally'>, 'edition'>

/** Counts one more pupil, with the five that they come to. */
async function count(db: Db, assignment: Pick<Assignment, 'id' | 'school_id'>, said: readonly SaidIn[]) {
  const [first] = said
  if (!first) return
  const before = await db
    .selectFrom('tally')
    .select(({ fn }) => fn.sum<number | null>('count').as('sum'))
    .where('assignment_id', '=', assignment.id)
    .where('form', '=', first.form)
    .where('edition', '=', first.edition)
    .where('item_id', '=', first.item_id)
    .executeTakeFirst()
  const step = Math.floor(Number(before?.sum ?? 0) / RULES.step)
  for (const one of said) {
    await db
      .insertInto('tally')
      .values({ ...one, step, school_id: assignment.school_id, assignment_id: assignment.id, count: 1 })
      .onConflict(conflict =>
        conflict
          .columns(['assignment_id', 'form', 'edition', 'item_id', 'option_id', 'sure', 'step'])
          .doUpdateSet(({ eb, ref }) => ({ count: eb(ref('tally.count'), '+', 1) })),
      )
      .execute()
  }
}

/** What was said of each item of the check, "-" for what was left out or is none of its options. */
function saidIn(check: CheckConfig, answer: CheckAnswer): Said[] {
  return check.items.map((item) => {
    const given = answer[item.id]
    const isOption = item.options.some(({ id }) => id === given?.said)
    return {
      form: check.form,
      item_id: item.id,
      option_id: isOption ? (given?.said ?? SKIPPED) : SKIPPED,
      sure: isOption && item.kind === 'knowledge' ? (given?.sure ?? '') : '',
    }
  })
}

/**
 * Takes a pupil's check into the class's count, once. Only that it was given is kept with the pupil, and that only until the
 * assignment closes.
 * @param version of the lesson in which it was answered. What was answered in another one's words is taken and not counted;
 * undefined where an older release's page sent it
 * @throws `not-found` where the lesson has no such check
 */
export async function takeCheck(
  db: Db,
  pupil: Pupil,
  assignment: Assignment,
  lesson: Lesson,
  form: CheckConfig['form'],
  answer: CheckAnswer,
  version = lesson.version,
): Promise<void> {
  const check = lesson.screens.find(screen => screen.type === 'check' && screen.form === form)
  leaveReserve(db)
  if (check?.type !== 'check') throw new Refusal('not-found', 'no-check')
  await db.transaction().execute(async (transaction) => {
    // Held, so that it does not close under it: then its count is over.
    const open = await transaction
      .updateTable('assignment')
      .set(({ ref }) => ({ place: ref('place') }))
      .where('id', '=', assignment.id)
      .where('closed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!open) throw closedLesson()
    const first = await transaction
      .insertInto('check_done')
      .values({ school_id: pupil.schoolId, assignment_id: assignment.id, pupil_id: pupil.id, form })
      .onConflict(conflict => conflict.doNothing())
      .returning('form')
      .executeTakeFirst()
    if (!first || version !== lesson.version) return
    const edition = await keepWording(transaction, assignment, form, lesson)
    await count(transaction, assignment, saidIn(check, answer).map(said => ({ ...said, edition })))
  })
}

/**
 * Closes an assignment for good: what may be said of the class is kept in words; single answers, what made them count once and
 * all counts are deleted, totals stay.
 * @param lesson undefined where the lesson is no longer there: then there is nothing to count
 * @returns whether it was still open
 */
async function close(db: Db, assignment: Assignment, lesson: Lesson | undefined, isLeftOut?: Lot): Promise<boolean> {
  const { id } = assignment
  return db.transaction().execute(async (transaction) => {
    const closed = await transaction
      .updateTable('assignment')
      .set({ closed_at: new Date().toISOString() })
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!closed) return false
    // Written so that this waits for pupils whose work is being taken: it is counted, and what they sent goes too.
    await transaction.updateTable('attempt').set(({ ref }) => ({ changes: ref('changes') })).where('assignment_id', '=', id).execute()
    if (lesson) {
      await enterOlder(transaction, id, lesson, classOutline(lesson))
      await lookForTheLastTime(transaction, assignment, lesson, isLeftOut)
    }
    await transaction.updateTable('attempt').set({ state: '', heard: '' }).where('assignment_id', '=', id).execute()
    for (const table of ['check_done', 'tally', 'quiz_entry'] as const)
      await transaction.deleteFrom(table).where('assignment_id', '=', id).execute()
    return true
  })
}

/** A teacher closes it. @param isLeftOut the lot, where it is not to fall by chance; @throws `conflict` where it is closed already */
export async function closeAssignment(db: Db, staff: Staff, id: string, lesson: Lesson | undefined, isLeftOut?: Lot): Promise<void> {
  if (!await close(db, await ensureAssignment(db, staff, id), lesson, isLeftOut)) throw new Refusal('conflict', 'closed-already')
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
    .where('opens_on', '<', daysAfter(day, -CLOSES_AFTER))
    .execute()
  return open.filter(assignment => closesOn(assignment) <= day)
}

/**
 * Single answers are not kept because a teacher forgot to close. Retention announces it first (server/school/retention.ts).
 * @returns whether it was still open
 */
export const closeForgotten = close
