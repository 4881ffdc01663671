/** What a class has been given to do, and when. */
import { randomInt } from 'node:crypto'
import type { Decided } from '#shared/api/assignments'
import { planned, plannedDays, type PlannedLesson, type PlanWanted } from '#shared/lesson/plan'
import { mayOverlap, partText, readPart, wholeLesson, type LessonPart } from '#shared/lesson/part'
import { daysAfter } from '#shared/lesson/school-days'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import { newId } from '../platform/security/tokens.ts'
import { ensureClass, type ClassViewer, type StaffViewer } from '../accounts/staff/class-access.ts'
import { activeClass } from '../classes/classes.ts'
import { ensureGroup } from '../classes/groups.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { calendarOf } from './calendar.ts'

export type Assignment = Row<'assignment'>

export { daysAfter }

/** What an integer of both databases holds. */
const MOST_SEED = 2 ** 31 - 1

const dayInLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

/** A day at school is a day in the United Kingdom, wherever the server stands. */
export const today = (now = new Date()) => dayInLondon.format(now)

/** Where lessons go: a whole class, or a group of it. */
interface Target {
  readonly classId: string
  readonly groupId?: string | null
}

/** What of each lesson is given, and how its quiz asks. */
interface PartWanted {
  /** All of it where nothing is said. Boosters are the same whatever was given. */
  readonly part?: LessonPart
  /** The quiz asks all the same questions in the same order. */
  readonly sameOrder?: boolean
  /** Ids of questions that are never asked, and asked in every go. */
  readonly leftOut?: readonly string[]
  readonly putIn?: readonly string[]
}

export interface NewAssignments extends PlanWanted, PartWanted, Target {
  /** Lessons that the class has had before and begins a second time, on purpose. */
  readonly again?: readonly string[]
  /** Lessons that it has, and goes on with: nothing is made of them here. */
  readonly goOn?: readonly string[]
}

/** Lessons for several classes and groups at once. */
export interface NewAssignmentsForSeveral extends PlanWanted, PartWanted {
  readonly classIds: readonly string[]
  readonly groupIds: readonly string[]
  /** By class or group: which of its lessons it begins a second time, and which it goes on with. */
  readonly again: readonly Decided[]
  readonly goOn: readonly Decided[]
}

type Had = Pick<Assignment, 'lesson_id' | 'kind' | 'part' | 'opens_on' | 'closed_at' | 'group_id'>

/** @returns whether what one was given reaches pupils of the other; a class reaches all of its groups */
async function reaches(db: Db, groupId: string | null): Promise<(there: Had) => boolean> {
  if (groupId === null) return () => true
  const sharing = await db
    .selectFrom('class_group_pupil as own')
    .innerJoin('class_group_pupil as other', 'other.pupil_id', 'own.pupil_id')
    .select('other.group_id')
    .where('own.group_id', '=', groupId)
    .execute()
  const groups = new Set([groupId, ...sharing.map(row => row.group_id)])
  return there => there.group_id === null || groups.has(there.group_id)
}

/** @returns which questions are asked, as the database keeps it; one order for all falls now */
export const questionsOf = ({ sameOrder = false, leftOut = [], putIn = [] }: PartWanted) => ({
  order_seed: sameOrder ? randomInt(MOST_SEED) : null,
  left_out: leftOut.join(' '),
  put_in: putIn.join(' '),
})

/** In a transaction. @returns the ids of what was made; @throws as `assign` */
async function assignIn(transaction: Db, staff: StaffViewer, wanted: NewAssignments): Promise<string[]> {
  const { groupId = null, again = [], goOn = [], part = wholeLesson } = wanted
  const found = await activeClass(transaction, staff, wanted.classId)
  const had: Had[] = await transaction
    .selectFrom('assignment')
    .select(['lesson_id', 'kind', 'part', 'opens_on', 'closed_at', 'group_id'])
    .where('class_id', '=', found.id)
    .where('removed_at', 'is', null)
    .execute()
  const isTheirs = await reaches(transaction, groupId)
  const partOf = ({ kind }: PlannedLesson) => kind === 'lesson' ? part : wholeLesson
  const isSame = (plan: PlannedLesson) => (there: Had) =>
    there.lesson_id === plan.lessonId && there.kind === plan.kind && mayOverlap(readPart(there.part), partOf(plan))
  const missing = planned(wanted, await calendarOf(transaction, found))
    .filter(plan => !goOn.includes(plan.lessonId))
    .filter(plan => !had.some(there =>
      isSame(plan)(there) && there.part === partText(partOf(plan)) && there.closed_at === null && there.group_id === groupId
      && there.opens_on === plan.opensOn))
  const unasked = missing.filter(plan =>
    plan.kind === 'lesson' && !again.includes(plan.lessonId) && had.some(there => isSame(plan)(there) && isTheirs(there)))
  if (unasked.length > 0) {
    const lessons = unasked.map(({ lessonId }) => lessonId)
    throw new Refusal('conflict', 'lessons-had', { had: lessons, to: groupId ?? found.id })
  }
  if (missing.length === 0) return []
  const { last } = await transaction
    .selectFrom('assignment')
    .select(({ fn }) => fn.max('place').as('last'))
    .where('class_id', '=', found.id)
    .executeTakeFirstOrThrow()
  const rows = missing.map((plan, index) => ({
    id: newId(),
    school_id: staff.schoolId,
    class_id: found.id,
    group_id: groupId,
    lesson_id: plan.lessonId,
    kind: plan.kind,
    part: partText(partOf(plan)),
    ...(plan.kind === 'lesson' ? questionsOf(wanted) : questionsOf({})),
    opens_on: plan.opensOn,
    due_on: plan.dueOn,
    place: Number(last ?? -1) + 1 + index,
    created_at: new Date().toISOString(),
    closed_at: null,
  }))
  await transaction.insertInto('assignment').values(rows).execute()
  await audit(transaction, staff, 'assignment.make', groupId ?? found.id)
  return rows.map(({ id }) => id)
}

/**
 * Gives a class, or a group of it, lessons to do, after what it already has. Asked twice (a double click, two colleagues at once), it
 * gives them once: what is open and begins on the same day is there already. A lesson that the class has had before is begun a
 * second time only on purpose; a part that has nothing in common with it, such as the second sitting after the first, is none of
 * that. A day in the school's holidays moves to the next lesson day.
 * @returns how many were given
 * @throws `conflict` with the lessons that the class has, where `again` does not name them
 */
export function assign(db: Db, staff: StaffViewer, wanted: NewAssignments): Promise<number> {
  return db.transaction().execute(async transaction => (await assignIn(transaction, staff, wanted)).length)
}

/** The same for several classes and groups: all of them, or none. @returns the ids of what was made */
export function assignToSeveral(
  db: Db,
  staff: StaffViewer,
  { classIds, groupIds, again, goOn, ...plan }: NewAssignmentsForSeveral,
): Promise<string[]> {
  const decided = (list: readonly Decided[], to: string) => list.filter(one => one.to === to).map(one => one.lessonId)
  return db.transaction().execute(async (transaction) => {
    const groups = await Promise.all([...new Set(groupIds)].map(groupId => ensureGroup(transaction, staff, groupId)))
    const targets: Required<Target>[] = [
      ...[...new Set(classIds)].map(classId => ({ classId, groupId: null })),
      ...groups.map(({ id, class_id: classId }) => ({ classId, groupId: id })),
    ]
    const made: string[] = []
    // Always in the same order: two who assign to the same classes would wait for each other for ever.
    for (const target of targets.toSorted((a, b) => a.classId.localeCompare(b.classId) || (a.groupId === null ? -1 : 1))) {
      const to = target.groupId ?? target.classId
      made.push(...await assignIn(transaction, staff, { ...plan, ...target, again: decided(again, to), goOn: decided(goOn, to) }))
    }
    return made
  })
}

/** @returns what a class has to do, in order */
export async function assignmentsOf(db: Db, staff: ClassViewer, classId: string): Promise<Assignment[]> {
  await ensureClass(db, staff, classId)
  return db
    .selectFrom('assignment')
    .selectAll()
    .where('class_id', '=', classId)
    .where('school_id', '=', staff.schoolId)
    .where('removed_at', 'is', null)
    .orderBy('place')
    .execute()
}

/** Removed or not. @throws `not-found` where there is no such assignment in a class that the member of staff may see */
async function anyAssignment(db: Db, staff: ClassViewer, id: string): Promise<Assignment> {
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

/** @throws `not-found` as `anyAssignment`, and where it was removed */
export async function ensureAssignment(db: Db, staff: ClassViewer, id: string): Promise<Assignment> {
  const found = await anyAssignment(db, staff, id)
  if (found.removed_at !== null) throw new Refusal('not-found', 'no-assignment')
  return found
}

/**
 * Holds its class, which has to be in use: an archived one is kept as it is. @throws `not-found` as `ensureAssignment`,
 * `conflict` where the class is archived
 */
export async function changeable(db: Db, staff: ClassViewer, id: string): Promise<Assignment> {
  const { class_id: classId } = await ensureAssignment(db, staff, id)
  await activeClass(db, staff, classId)
  // A colleague may have taken it away while this waited for the class.
  return ensureAssignment(db, staff, id)
}

/** Changes when it opens or is due. @returns the days as they are now: one in the holidays has moved on */
export function reschedule(
  db: Db,
  staff: ClassViewer,
  id: string,
  { opensOn, dueOn }: Pick<PlannedLesson, 'opensOn' | 'dueOn'>,
): Promise<Pick<PlannedLesson, 'opensOn' | 'dueOn'>> {
  return db.transaction().execute(async (transaction) => {
    const { class_id: classId, lesson_id: lessonId, kind } = await changeable(transaction, staff, id)
    const calendar = await calendarOf(transaction, await ensureClass(transaction, staff, classId))
    const [days] = plannedDays([{ lessonId, kind, opensOn, dueOn }], calendar)
    if (!days) throw new Error('a plan of one day has one')
    await transaction.updateTable('assignment').set({ opens_on: days.opensOn, due_on: days.dueOn }).where('id', '=', id).execute()
    await audit(transaction, staff, 'assignment.move', id)
    return { opensOn: days.opensOn, dueOn: days.dueOn }
  })
}

/** Takes it out of everybody's sight, with what pupils did in it. It can come back for a day (`bringBack`); then retention deletes it. */
export function withdraw(db: Db, staff: ClassViewer, id: string, now = new Date()): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await changeable(transaction, staff, id)
    await transaction.updateTable('assignment').set({ removed_at: now.toISOString() }).where('id', '=', id).execute()
    await audit(transaction, staff, 'assignment.delete', id)
  })
}

/** Brings back what was removed, as it was. @throws `not-found` where it is deleted by now */
export function bringBack(db: Db, staff: ClassViewer, id: string): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const { class_id: classId } = await anyAssignment(transaction, staff, id)
    await activeClass(transaction, staff, classId)
    await anyAssignment(transaction, staff, id)
    await transaction.updateTable('assignment').set({ removed_at: null }).where('id', '=', id).execute()
    await audit(transaction, staff, 'assignment.restore', id)
  })
}

/** @returns what a class had that was removed since a moment, and can come back */
export async function removedSince(db: Db, staff: ClassViewer, classId: string, since: string): Promise<Assignment[]> {
  await ensureClass(db, staff, classId)
  return db
    .selectFrom('assignment')
    .selectAll()
    .where('class_id', '=', classId)
    .where('school_id', '=', staff.schoolId)
    .where('removed_at', '>', since)
    .orderBy('place')
    .execute()
}

/** Deletes for good what is still removed, with everything pupils did in it. In a transaction. */
export async function deleteRemoved(transaction: Db, id: string): Promise<void> {
  const isGone = await transaction
    .updateTable('assignment')
    .set(({ ref }) => ({ place: ref('place') }))
    .where('id', '=', id)
    .where('removed_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!isGone) return
  await transaction.deleteFrom('attempt').where('assignment_id', '=', id).execute()
  await transaction.deleteFrom('assignment').where('id', '=', id).execute()
}

/** Deletes groups that were removed before a moment, and that nothing is given to any more. */
export async function deleteRemovedGroups(db: Db, before: string): Promise<void> {
  await db
    .deleteFrom('class_group')
    .where('removed_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('assignment').select('assignment.id').whereRef('assignment.group_id', '=', 'class_group.id'))))
    .execute()
}

/** @throws `not-found` where the pupil is not of the class, or the group of it, that was given it */
export async function ofClass(
  db: Db,
  { class_id: classId, group_id: groupId }: Pick<Assignment, 'class_id' | 'group_id'>,
  pupilId: string,
): Promise<void> {
  const found = await db.selectFrom('pupil').select('id').where('id', '=', pupilId).where('class_id', '=', classId)
    .$if(groupId !== null, query => query.where('id', 'in', db.selectFrom('class_group_pupil').select('pupil_id').where('group_id', '=', groupId ?? '')))
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found', 'not-in-class')
}

/** A pupil need not do it, or has to after all. */
export function setExcused(
  db: Db,
  staff: ClassViewer,
  id: string,
  { pupilId, excused }: { pupilId: string, excused: boolean },
): Promise<void> {
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
    await audit(transaction, staff, 'assignment.excuse', id)
  })
}
