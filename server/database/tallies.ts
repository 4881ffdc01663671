/** How a class answered, counted without pupils: checks as they are given, the quiz when the assignment closes. */
import { createError } from 'h3'
import { decodeAttempt } from '#shared/suspend-data'
import { isActivity, unpackedAnswer } from '#activities/scoring'
import { SKIPPED } from '#activities/quiz/skipped'
import type { CheckAnswer, CheckConfig } from '#activities/check/schema'
import type { Lesson } from '#activities/lesson'
import type { Pupil } from '../auth/pupil-session.ts'
import type { Staff } from '../auth/require-staff.ts'
import { LEAST_ANSWERS } from '../insight/insight.ts'
import { daysAfter, ensureAssignment, type Assignment } from './assignments.ts'
import { classOutline, closedLesson } from './attempts.ts'
import type { Db } from './client.ts'
import type { Row } from './schema.ts'

export type Tally = Pick<Row<'tally'>, 'form' | 'item_id' | 'option_id' | 'sure' | 'count'>
type Said = Omit<Tally, 'count'>

const LEFT_OUT = '-'

async function count(db: Db, assignment: Pick<Assignment, 'id' | 'school_id'>, said: readonly Said[]) {
  for (const one of said) {
    await db.insertInto('tally').values({ ...one, school_id: assignment.school_id, assignment_id: assignment.id, count: 1 })
      .onConflict(conflict => conflict.columns(['assignment_id', 'form', 'item_id', 'option_id', 'sure']).doUpdateSet(({ eb, ref }) => ({ count: eb(ref('tally.count'), '+', 1) })))
      .execute()
  }
}

/** What was said of each item of the check, "-" for what was left out or is none of its options. */
function saidIn(check: CheckConfig, answer: CheckAnswer): Said[] {
  return check.items.map((item) => {
    const given = answer[item.id]
    const isOption = item.options.some(({ id }) => id === given?.said)
    return { form: check.form, item_id: item.id, option_id: isOption ? given?.said ?? LEFT_OUT : LEFT_OUT, sure: isOption && item.kind === 'knowledge' ? given?.sure ?? '' : '' }
  })
}

/**
 * Takes a pupil's check into the class's count, once. Only that it was given is kept with the pupil, and that only until the assignment closes.
 * @throws 404 where the lesson has no such check
 */
export async function takeCheck(db: Db, pupil: Pupil, assignment: Assignment, lesson: Lesson, form: CheckConfig['form'], answer: CheckAnswer): Promise<void> {
  const check = lesson.screens.find(screen => screen.type === 'check' && screen.form === form)
  if (check?.type !== 'check') throw createError({ statusCode: 404, statusMessage: 'This lesson has no such check.' })
  await db.transaction().execute(async (transaction) => {
    // Held, so that it does not close under it: then its count is over.
    const open = await transaction.updateTable('assignment').set(({ ref }) => ({ place: ref('place') })).where('id', '=', assignment.id).where('closed_at', 'is', null).returning('id').executeTakeFirst()
    if (!open) throw closedLesson()
    const first = await transaction.insertInto('check_done').values({ school_id: pupil.schoolId, assignment_id: assignment.id, pupil_id: pupil.id, form })
      .onConflict(conflict => conflict.doNothing()).returning('form').executeTakeFirst()
    if (first) await count(transaction, assignment, saidIn(check, answer))
  })
}

/** What one attempt's last go at the quiz said. */
function saidInQuiz(lesson: Lesson, state: string): Said[] {
  const decoded = decodeAttempt(classOutline(lesson), state)
  if (decoded.kind !== 'attempt') return []
  return lesson.screens.flatMap((screen) => {
    const packed = decoded.attempt.answers[screen.id]
    if (!isActivity(screen) || screen.type !== 'quiz' || packed === undefined) return []
    const answer = unpackedAnswer<'quiz'>(screen, packed)
    return Object.entries(answer?.responses ?? {}).map(([item, option]): Said => ({ form: 'quiz', item_id: item, option_id: option === SKIPPED ? LEFT_OUT : option, sure: '' }))
  })
}

/**
 * Closes an assignment for good: the quiz is counted for the class, single answers and the devices' events are deleted, totals stay.
 * Counting happens here and never before, so that nobody can watch a count grow by one and know whose it was.
 * @param lesson undefined where the lesson is no longer there: then there is nothing to count
 * @returns whether it was still open
 */
async function close(db: Db, assignment: Pick<Assignment, 'id' | 'school_id'>, lesson: Lesson | undefined): Promise<boolean> {
  const { id } = assignment
  return db.transaction().execute(async (transaction) => {
    const closed = await transaction.updateTable('assignment').set({ closed_at: new Date().toISOString() }).where('id', '=', id).where('closed_at', 'is', null).returning('id').executeTakeFirst()
    if (!closed) return false
    // Written so that this waits for pupils whose work is being taken: it is counted, and what they sent goes too.
    const attempts = await transaction.updateTable('attempt').set(({ ref }) => ({ changes: ref('changes') })).where('assignment_id', '=', id).returning('state').execute()
    if (lesson) await count(transaction, assignment, attempts.flatMap(({ state }) => saidInQuiz(lesson, state)))
    await transaction.updateTable('attempt').set({ state: '' }).where('assignment_id', '=', id).execute()
    await transaction.deleteFrom('attempt_event').where('attempt_id', 'in', transaction.selectFrom('attempt').select('id').where('assignment_id', '=', id)).execute()
    await transaction.deleteFrom('check_done').where('assignment_id', '=', id).execute()
    return true
  })
}

/** A teacher closes it. @throws 409 where it is closed already */
export async function closeAssignment(db: Db, staff: Staff, id: string, lesson: Lesson | undefined): Promise<void> {
  if (!await close(db, await ensureAssignment(db, staff, id), lesson)) throw createError({ statusCode: 409, statusMessage: 'It is closed already.' })
}

/** Days after which an assignment closes by itself: a term and some, counted from the day it was due, or else opened. */
const CLOSES_AFTER = 90

/** @returns the first day on which an open assignment is closed by itself */
export const closesOn = ({ opens_on: opensOn, due_on: dueOn }: Pick<Assignment, 'opens_on' | 'due_on'>) => daysAfter(dueOn ?? opensOn, CLOSES_AFTER + 1)

/** @returns the open assignments that would be closed on that day, or before */
export async function forgottenBy(db: Db, day: string): Promise<Assignment[]> {
  const open = await db.selectFrom('assignment').selectAll().where('closed_at', 'is', null).where('opens_on', '<', daysAfter(day, -CLOSES_AFTER)).execute()
  return open.filter(assignment => closesOn(assignment) <= day)
}

/** Single answers are not kept because a teacher forgot to close. Retention announces it first (database/retention.ts). @returns whether it was still open */
export const closeForgotten = close

export interface Group {
  /** Names of the classes that were counted together. */
  readonly classes: readonly string[]
  /** The most answers that any item of it has. */
  readonly answers: number
  readonly tallies: readonly Tally[]
}

/**
 * What classes made of a lesson, in groups that are large enough. Classes that are too small alone are counted together, in the order in which they closed;
 * a group that is large enough takes no more, so that no class can be found by taking one count from another.
 * @returns the group that this assignment belongs to, or null while it is open or its group is still too small
 */
export async function groupOf(db: Db, staff: Staff, id: string): Promise<Group | null> {
  const own = await ensureAssignment(db, staff, id)
  if (own.closed_at === null) return null
  const rows = await db.selectFrom('tally').innerJoin('assignment', 'assignment.id', 'tally.assignment_id').innerJoin('class', 'class.id', 'assignment.class_id')
    .select(['assignment.id', 'class.name', 'assignment.closed_at', 'form', 'item_id', 'option_id', 'sure', 'count'])
    .where('assignment.school_id', '=', staff.schoolId).where('lesson_id', '=', own.lesson_id).where('kind', '=', own.kind).where('closed_at', 'is not', null)
    .orderBy('closed_at').orderBy('assignment.id').execute()
  const closed = [...Map.groupBy(rows, row => row.id).values()]
  const groups: (typeof rows)[] = []
  let small: typeof rows = []
  for (const tallies of closed) {
    if (answersIn(tallies) >= LEAST_ANSWERS) groups.push(tallies)
    else {
      small = [...small, ...tallies]
      if (answersIn(small) >= LEAST_ANSWERS) {
        groups.push(small)
        small = []
      }
    }
  }
  const group = groups.find(tallies => tallies.some(row => row.id === id))
  return group ? { classes: [...new Set(group.map(({ name }) => name))], answers: answersIn(group), tallies: added(group) } : null
}

/** @returns how many answers the item has that has the most */
function answersIn(tallies: readonly Tally[]): number {
  const items = Map.groupBy(tallies, ({ form, item_id: item }) => `${form} ${item}`)
  return Math.max(0, ...[...items.values()].map(rows => rows.reduce((sum, { count: times }) => sum + times, 0)))
}

function added(tallies: readonly Tally[]): Tally[] {
  const same = Map.groupBy(tallies, ({ form, item_id: item, option_id: option, sure }) => `${form} ${item} ${option} ${sure}`)
  return [...same.values()].flatMap(rows => rows[0] ? [{ form: rows[0].form, item_id: rows[0].item_id, option_id: rows[0].option_id, sure: rows[0].sure, count: rows.reduce((sum, row) => sum + row.count, 0) }] : [])
}
