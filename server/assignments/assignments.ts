/** What a class has been given to do, and when. */
import { Refusal } from '../platform/refusal.ts'
import type { Staff } from '../accounts/staff/staff-member.ts'
import { newId } from '../platform/security/tokens.ts'
import { ensureClass } from '../accounts/staff/class-access.ts'
import { activeClass } from '../classes/classes.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'

export type Assignment = Row<'assignment'>

const DAY = 86_400_000
const WEEK = 7

/** @param day `YYYY-MM-DD`; @returns the day so many days later */
export const daysAfter = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

const dayInLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

/** A day at school is a day in the United Kingdom, wherever the server stands. */
export const today = (now = new Date()) => dayInLondon.format(now)

export interface NewAssignments {
  readonly classId: string
  /** In the order in which they are taken. */
  readonly lessonIds: readonly string[]
  /** First day, `YYYY-MM-DD`. */
  readonly opensOn: string
  /** A lesson a week, as docs/pedagogy.md recommends; else all at once. */
  readonly weekly: boolean
  /** Days after its opening on which each is due; null for no date. */
  readonly dueAfter: number | null
  /** Weeks after the last lesson's opening at which each is looked at again, 6 to 8; null for no booster. */
  readonly boosterWeeks: number | null
  /** Lessons that the class has had before and begins a second time, on purpose. */
  readonly again?: readonly string[]
}

/** @returns the days of each lesson and booster, in order */
export function planned({
  lessonIds,
  opensOn,
  weekly,
  dueAfter,
  boosterWeeks,
}: Omit<NewAssignments, 'classId' | 'again'>): Pick<Assignment, 'lesson_id' | 'kind' | 'opens_on' | 'due_on'>[] {
  const due = (opens: string) => (dueAfter === null ? null : daysAfter(opens, dueAfter))
  const at = (kind: Assignment['kind'], opens: string) => (lesson: string) => ({
    lesson_id: lesson,
    kind,
    opens_on: opens,
    due_on: due(opens),
  })
  const lessons = lessonIds.map((lesson, index) => at('lesson', daysAfter(opensOn, weekly ? index * WEEK : 0))(lesson))
  const last = lessons.at(-1)?.opens_on ?? opensOn
  return [...lessons, ...(boosterWeeks === null ? [] : lessonIds.map(at('booster', daysAfter(last, boosterWeeks * WEEK))))]
}

/**
 * Gives a class lessons to do, after what it already has. Asked twice (a double click, two colleagues at once), it gives them once:
 * what is open and begins on the same day is there already. A lesson that the class has had before is begun a second time only on purpose.
 * @returns how many were given
 * @throws `conflict` with the lessons that the class has, where `again` does not name them
 */
export function assign(db: Db, staff: Staff, wanted: NewAssignments): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const { id } = await activeClass(transaction, staff, wanted.classId)
    const had = await transaction
      .selectFrom('assignment')
      .select(['lesson_id', 'kind', 'opens_on', 'closed_at'])
      .where('class_id', '=', id)
      .execute()
    const missing = planned(wanted).filter(
      plan =>
        !had.some(
          there =>
            there.closed_at === null && there.lesson_id === plan.lesson_id && there.kind === plan.kind && there.opens_on === plan.opens_on,
        ),
    )
    if (missing.length === 0) return 0
    const unasked = missing.filter(
      plan =>
        plan.kind === 'lesson'
        && !wanted.again?.includes(plan.lesson_id)
        && had.some(there => there.kind === 'lesson' && there.lesson_id === plan.lesson_id),
    )
    if (unasked.length > 0) {
      throw new Refusal('conflict', 'lessons-had', { had: unasked.map(({ lesson_id: lesson }) => lesson) })
    }
    const { last } = await transaction
      .selectFrom('assignment')
      .select(({ fn }) => fn.max('place').as('last'))
      .where('class_id', '=', id)
      .executeTakeFirstOrThrow()
    await transaction
      .insertInto('assignment')
      .values(
        missing.map((plan, index) => ({
          ...plan,
          id: newId(),
          school_id: staff.schoolId,
          class_id: id,
          place: Number(last ?? -1) + 1 + index,
          created_at: new Date().toISOString(),
          closed_at: null,
        })),
      )
      .execute()
    return missing.length
  })
}

/** @returns what a class has to do, in order */
export async function assignmentsOf(db: Db, staff: Staff, classId: string): Promise<Assignment[]> {
  await ensureClass(db, staff, classId)
  return db
    .selectFrom('assignment')
    .selectAll()
    .where('class_id', '=', classId)
    .where('school_id', '=', staff.schoolId)
    .orderBy('place')
    .execute()
}

/** @throws `not-found` where there is no such assignment in a class that the member of staff may see */
export async function ensureAssignment(db: Db, staff: Staff, id: string): Promise<Assignment> {
  const found = await db
    .selectFrom('assignment')
    .selectAll()
    .where('id', '=', id)
    .where('school_id', '=', staff.schoolId)
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found', 'no-assignment')
  await ensureClass(db, staff, found.class_id)
  return found
}

/**
 * Holds its class, which has to be in use: an archived one is kept as it is. @throws `not-found` as `ensureAssignment`,
 * `conflict` where the class is archived
 */
export async function changeable(db: Db, staff: Staff, id: string): Promise<Assignment> {
  const { class_id: classId } = await ensureAssignment(db, staff, id)
  await activeClass(db, staff, classId)
  // A colleague may have taken it away while this waited for the class.
  return ensureAssignment(db, staff, id)
}

/** Changes when it opens or is due. */
export function reschedule(db: Db, staff: Staff, id: string, { opensOn, dueOn }: { opensOn: string, dueOn: string | null }): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await changeable(transaction, staff, id)
    await transaction.updateTable('assignment').set({ opens_on: opensOn, due_on: dueOn }).where('id', '=', id).execute()
  })
}

/** Takes it away with everything pupils did in it. */
export function withdraw(db: Db, staff: Staff, id: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await changeable(transaction, staff, id)
    // Attempts first, as pupils at work hold them: else each could wait for the other.
    await transaction.deleteFrom('attempt').where('assignment_id', '=', id).execute()
    await transaction.deleteFrom('assignment').where('id', '=', id).execute()
  })
}

/** @throws `not-found` where the pupil is not of the class that was given it */
export async function ofClass(db: Db, { class_id: classId }: Pick<Assignment, 'class_id'>, pupilId: string): Promise<void> {
  const found = await db.selectFrom('pupil').select('id').where('id', '=', pupilId).where('class_id', '=', classId).executeTakeFirst()
  if (!found) throw new Refusal('not-found', 'not-in-class')
}

/** A pupil need not do it, or has to after all. */
export function setExcused(db: Db, staff: Staff, id: string, { pupilId, excused }: { pupilId: string, excused: boolean }): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const assignment = await changeable(transaction, staff, id)
    await ofClass(transaction, assignment, pupilId)
    if (excused)
      await transaction
        .insertInto('excuse')
        .values({ school_id: assignment.school_id, assignment_id: id, pupil_id: pupilId })
        .onConflict(conflict => conflict.doNothing())
        .execute()
    else await transaction.deleteFrom('excuse').where('assignment_id', '=', id).where('pupil_id', '=', pupilId).execute()
  })
}
