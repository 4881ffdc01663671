/** What is on for somebody of the staff: of the classes that are shared with them, and for an admin without any of all. */
import type { AssignedWork, Counts, DayOfWork, FirstDay, Need, Today, Undoable, WorkName } from '#shared/api/today'
import { byName } from '#shared/people/by-name'
import type { Staff } from '../accounts/staff/staff-member.ts'
import { classesOf } from '../accounts/staff/class-access.ts'
import { daysAfter, today } from '../assignments/assignments.ts'
import { holidaysOf } from '../assignments/calendar.ts'
import { boardOf, type BoardWithoutTitles } from '../assignments/board.ts'
import { deletedClasses } from '../classes/class-deletion.ts'
import { isOpenAt } from '../classes/classes.ts'
import { troubledClasses } from '../classes/letting-in.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { deletionsOf } from './deletions.ts'

/** Days that are shown ahead, today included. */
const AHEAD = 14
/** Days for which somebody is told who missed what was closed, and that there is something to see. */
const LOOKED_BACK = 7
/** Pupils who have finished before what they said is counted (server/insight/disclosure.ts). */
const ENOUGH = 10
/** More would hide the one that matters. */
const MOST_NEEDS = 5

type Viewer = Pick<Staff, 'id' | 'schoolId' | 'role'>
type OneBoard = Pick<BoardWithoutTitles, 'pupils' | 'assignments' | 'removed'>

interface ClassWork {
  readonly row: Row<'class'>
  readonly board: OneBoard
}

interface Found extends AssignedWork {
  readonly isClosed: boolean
  readonly hasOpened: boolean
  /** Not finished, and not excused. */
  readonly unfinished: readonly string[]
  /** Of them, who has not been let catch up. */
  readonly missing: readonly string[]
}

/** @returns what a class was given, with how many of its pupils are where */
export function workOf({ row, board }: { readonly row: Pick<Row<'class'>, 'id' | 'name'>, readonly board: OneBoard }): Found[] {
  return board.assignments.map((assignment, index) => {
    const cells = board.pupils.map(({ id, cells }) => ({
      id,
      progress: cells[index]?.progress ?? 'excused',
      isCatchingUp: cells[index]?.isCatchingUp === true,
    }))
    const unfinished = cells.filter(({ progress }) => progress === 'not-started' || progress === 'started')
    const count = (progress: keyof Counts) => cells.filter(cell => cell.progress === progress).length
    return {
      id: assignment.id,
      classId: row.id,
      className: row.name,
      lessonId: assignment.lessonId,
      kind: assignment.kind,
      part: assignment.part,
      opensOn: assignment.opensOn,
      dueOn: assignment.dueOn,
      isClosed: assignment.isClosed,
      hasOpened: assignment.hasOpened,
      counts: { 'not-started': count('not-started'), started: count('started'), finished: count('finished') },
      unfinished: unfinished.map(({ id }) => id),
      missing: unfinished.filter(({ isCatchingUp }) => !isCatchingUp).map(({ id }) => id),
    }
  })
}

const nameOf = ({ lessonId, kind, part }: WorkName): WorkName => ({ lessonId, kind, part })

const shownOf = ({ id, classId, className, opensOn, dueOn, counts, ...work }: Found): AssignedWork =>
  ({ id, classId, className, ...nameOf(work), opensOn, dueOn, counts })

/** What opened last comes first, and of several the one that is due first: most likely it is what the class does now. */
const byUrgency = (a: Found, b: Found) =>
  b.opensOn.localeCompare(a.opensOn) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || byName({ name: a.className }, { name: b.className })

/** @returns what to begin with: what is on and not finished by all, else what opens next; undefined where there is neither */
export function nextOf(work: readonly Found[], day: string): Found | undefined {
  const open = work.filter(one => !one.isClosed && one.unfinished.length > 0)
  const on = open.filter(one => one.hasOpened && (one.dueOn === null || one.dueOn >= day))
  const coming = open.filter(one => !one.hasOpened)
  return on.toSorted(byUrgency)[0] ?? coming.toSorted((a, b) => a.opensOn.localeCompare(b.opensOn) || byUrgency(a, b))[0]
}

/** @returns the days of the next two weeks on which something opens or is due, and today with what is on */
export function daysOf(work: readonly Found[], day: string): DayOfWork[] {
  const open = work.filter(({ isClosed }) => !isClosed)
  const days = Array.from({ length: AHEAD }, (_, index) => daysAfter(day, index))
  return days.flatMap((on): DayOfWork[] => {
    const due = open.filter(one => one.dueOn === on)
    const opens = open.filter(one => one.opensOn === on && !due.includes(one))
    // What has been on for long is on the page of its class.
    const isOn = on === day
      ? open.filter(one => one.opensOn < day && (one.dueOn === null || one.dueOn > day) && one.unfinished.length > 0)
      : []
    const of = (what: 'opens' | 'due' | 'on') => (one: Found) => ({ ...shownOf(one), what })
    const all = [...opens.map(of('opens')), ...due.map(of('due')), ...isOn.map(of('on'))]
    return all.length === 0 ? [] : [{ on, work: all }]
  })
}

/** @param closedSince by assignment, the day on which it was closed */
export function needsOf(work: readonly Found[], closedSince: ReadonlyMap<string, string>, day: string): Need[] {
  const recently = daysAfter(day, -LOOKED_BACK)
  const isRecent = (one: Found) => (closedSince.get(one.id) ?? '') >= recently
  const missed = work.filter(one => one.isClosed && isRecent(one) && one.missing.length > 0 && one.counts.finished > 0)
  const ready = work.filter(one => one.counts.finished >= ENOUGH && (one.isClosed ? isRecent(one) : one.dueOn !== null && one.dueOn < day))
  return [
    ...missed.map(({ id, classId, className, missing, ...work }): Need =>
      ({ kind: 'missed', classId, className, assignmentId: id, work: nameOf(work), pupilIds: missing })),
    ...ready.map(({ id, classId, className, ...work }): Need =>
      ({ kind: 'insight', classId, className, assignmentId: id, work: nameOf(work) })),
  ]
}

/** @returns what can still be taken back, the soonest to go for good first */
async function undoableOf(db: Db, viewer: Viewer, boards: readonly ClassWork[]): Promise<Undoable[]> {
  const ofLessons = boards.flatMap(({ row: { name: className }, board }): Undoable[] => [
    ...board.assignments.flatMap(({ id, undoUntil: until, ...work }) =>
      until === null ? [] : [{ kind: 'closed' as const, id, className, work: nameOf(work), until }]),
    ...board.removed.map(({ id, ...work }) => ({ kind: 'removed' as const, id, className, work: nameOf(work), until: null })),
  ])
  return [
    ...ofLessons,
    ...(await deletedClasses(db, viewer)).map(({ id, name: className, goesAt: until }) => ({ kind: 'class' as const, id, className, until })),
  ].toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? ''))
}

async function heldUp(db: Db, viewer: Viewer, now: Date): Promise<Need[]> {
  return (await troubledClasses(db, viewer, now)).flatMap(({ id: classId, name: className, trouble }): Need[] => [
    ...trouble.tried.filter(({ mustWait }) => mustWait)
      .map(({ id, name }): Need => ({ kind: 'held-up', classId, className, pupilId: id, name })),
    ...trouble.isHeldUp ? [{ kind: 'class-held-up', classId, className } as const] : [],
  ])
}

const countOf = async (query: { executeTakeFirstOrThrow(): Promise<{ count: number | string | bigint }> }) =>
  Number((await query.executeTakeFirstOrThrow()).count)

/** @returns how far a school is on its first day; null where all that the viewer can do of it is done */
async function firstDayOf(db: Db, viewer: Viewer, classes: readonly Row<'class'>[]): Promise<FirstDay | null> {
  const school = await db.selectFrom('school').select('help_contact').where('id', '=', viewer.schoolId).executeTakeFirstOrThrow()
  const ids = classes.map(({ id }) => id)
  const inClasses = (table: 'pupil' | 'assignment') =>
    ids.length === 0
      ? 0
      : countOf(db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count')).where('class_id', 'in', ids))
  const [pupils, assignments, colleagues, holidays] = await Promise.all([
    inClasses('pupil'),
    inClasses('assignment'),
    countOf(db.selectFrom('staff').select(({ fn }) => fn.countAll<number>().as('count'))
      .where('school_id', '=', viewer.schoolId).where('id', '!=', viewer.id)),
    holidaysOf(db, viewer.schoolId),
  ])
  const found = { helpContact: school.help_contact ?? '', dates: holidays.length, classes: classes.length, pupils, colleagues, assignments }
  const isTaught = pupils > 0 && assignments > 0
  const isDone = viewer.role === 'admin' ? isTaught && found.helpContact !== '' && found.dates > 0 && colleagues > 0 : isTaught
  return isDone ? null : found
}

async function classesFor(db: Db, viewer: Viewer): Promise<Row<'class'>[]> {
  const all = await classesOf(db, viewer).selectAll('class').where('class.archived_at', 'is', null).execute()
  const own = await db.selectFrom('class_staff').select('class_id').where('staff_id', '=', viewer.id).execute()
  const theirs = all.filter(({ id }) => own.some(({ class_id: of }) => of === id))
  return (theirs.length === 0 ? all : theirs).sort(byName)
}

/** @returns what somebody of the staff sees first */
export async function todayOf(db: Db, staff: Staff, now = new Date()): Promise<Today> {
  const day = today(now)
  const classes = await classesFor(db, staff)
  const boards = await Promise.all(
    classes.map(async (row): Promise<ClassWork> => ({ row, board: await boardOf(db, staff, row.id, false, now) })),
  )
  const work = boards.flatMap(workOf)
  const closed = work.length === 0
    ? []
    : await db.selectFrom('assignment').select(['id', 'closed_at']).where('id', 'in', work.map(({ id }) => id)).execute()
  const closedSince = new Map(closed.flatMap(({ id, closed_at: at }) => at === null ? [] : [[id, today(new Date(at))] as const]))
  const announced = staff.role === 'admin' ? (await deletionsOf(db, staff, now)).classes.find(({ isAnnounced }) => isAnnounced) : undefined
  const next = nextOf(work, day)
  const ofNext = boards.find(({ row }) => row.id === next?.classId)
  const needs: Need[] = [
    ...await heldUp(db, staff, now),
    ...needsOf(work, closedSince, day),
    ...announced ? [{ kind: 'deletions', on: announced.on } as const] : [],
  ]
  return {
    on: day,
    next: next && ofNext
      ? { ...shownOf(next), pupils: ofNext.board.pupils.length, isOpenForJoining: isOpenAt(now, ofNext.row) }
      : null,
    days: daysOf(work, day),
    holidays: (await holidaysOf(db, staff.schoolId)).filter(({ from, to }) => to >= day && from < daysAfter(day, AHEAD)),
    needs: needs.slice(0, MOST_NEEDS),
    undoable: await undoableOf(db, staff, boards),
    firstDay: await firstDayOf(db, staff, classes),
  }
}
