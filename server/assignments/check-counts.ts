/** Checks are counted without pupils, as they are given. */
import { SKIPPED } from '#activities/quiz/skipped'
import type { CheckAnswer, CheckConfig } from '#activities/check/schema'
import type { Lesson } from '#activities/lesson'
import { Refusal } from '../platform/refusal.ts'
import type { Pupil } from '../classes/pupil-session.ts'
import { RULES } from '../insight/statements.ts'
import { isCountedBeside } from '../insight/beside.ts'
import { keepWording } from '../insight/wording.ts'
import { today, type Assignment } from './assignments.ts'
import { closedLesson } from './attempts.ts'
import { isCatchingUp } from './catching-up.ts'
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
 * Takes a pupil's check into the class's count, once. Only that it was given is kept with the pupil, and that only until what was
 * counted is deleted. A check of somebody who catches up after that is taken and not counted: there is nobody to count it with.
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
    const held = await transaction
      .updateTable('assignment')
      .set(({ ref }) => ({ place: ref('place') }))
      .where('id', '=', assignment.id)
      .where('removed_at', 'is', null)
      .returning(['closed_at', 'can_reopen'])
      .executeTakeFirst()
    if (!held || (held.closed_at !== null && !await isCatchingUp(transaction, pupil.id, assignment.id, today()))) throw closedLesson()
    if (held.closed_at !== null && held.can_reopen === 0) return
    const first = await transaction
      .insertInto('check_done')
      .values({ school_id: pupil.schoolId, assignment_id: assignment.id, pupil_id: pupil.id, form })
      .onConflict(conflict => conflict.doNothing())
      .returning('form')
      .executeTakeFirst()
    if (!first || version !== lesson.version || await isCountedBeside(transaction, assignment.id, pupil.id, form)) return
    const edition = await keepWording(transaction, assignment, form, lesson)
    await count(transaction, assignment, saidIn(check, answer).map(said => ({ ...said, edition })))
  })
}
