/**
 * What is kept too long goes by itself, and so does, after a day, a class that staff deleted. What somebody could miss (classes,
 * single answers of work that nobody closed, what staff did, the list of erasures) is announced by a row first, and goes when that
 * row has stood for a week by a clock that is believed (server/school/clock.ts); what a teacher has closed, when it has stood for
 * the day in which that can be undone. What ends early does no harm by a wrong clock (a session, a link, a count of tries), so that
 * goes at once; and what was made while the clock stood ahead does not last until then.
 */
import { sql } from 'kysely'
import { LONGEST_OPEN } from '#shared/api/opening'
import type { ClockBelief } from '#shared/api/school/system'
import type { Lesson } from '#activities/lesson'
import { daysAfter, deleteRemoved, deleteRemovedGroups, today, type Assignment } from '../assignments/assignments.ts'
import { eraseClass, eraseDeleted } from '../classes/class-deletion.ts'
import { forgetChanges } from '../classes/roster-changes.ts'
import type { Db } from '../platform/database/client.ts'
import { believe, databaseTime } from './clock.ts'
import { ERASURE_DAYS } from './erasures.ts'
import { lookAfterEvidence } from './evidence.ts'
import type { Row } from '../platform/database/schema.ts'
import { endCatchingUp } from '../assignments/catching-up.ts'
import { closedOfLate, closeForgotten, closesOn, emptyClosed, forgottenBy } from '../assignments/closing.ts'
import { forgetOldKeys } from '../lti/keys.ts'
import { forgetLtiSessions } from '../lti/sessions.ts'
import { forgetDevices } from '../platform/security/devices.ts'
import { sweepTries } from '../platform/security/rate-limit.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A school looks back over a year of what its staff did. */
const AUDIT_DAYS = 400
/** Sessions end after half an hour without use, tries after minutes. */
const SHORT_DAYS = 1
/** A week for somebody to see it, and a day that a clock may have been wrong by unnoticed. */
export const NOTICE_DAYS = 8
/** Days that something has stood before it goes: closing can be undone for one, and so can removing. */
const noticeOf = (kind: Row<'deletion'>['kind']) => kind === 'closing' ? 1 : kind === 'removed' ? REMOVED_DAYS : NOTICE_DAYS
/** A day in which staff bring back what they removed, and a day that a clock may have been wrong by unnoticed. */
const REMOVED_DAYS = 2
/**
 * Hours that a session of staff lasts, days that a link does, days that a wrong code can keep a second step shut: nothing is made
 * for longer.
 */
const [SESSION_HOURS, LINK_DAYS, LOCK_DAYS] = [12, 7, 1]

/** @param day `YYYY-MM-DD`; @returns the day so many months later, at the month's end where it has no such day */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** @returns the first day on which a class is deleted by itself */
export function goesOn({ year_ends: ends, kept_until: until }: Pick<Row<'class'>, 'year_ends' | 'kept_until'>, keepMonths: number): string {
  const last = monthsAfter(ends, keepMonths)
  return daysAfter(until !== null && until > last ? until : last, 1)
}

/** What is needed for minutes or days only. By whichever clock: nobody's work is among it. */
export async function deleteShortLived(db: Db, now = new Date()): Promise<void> {
  const at = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString()
  const atHour = (milliseconds: number) => at(milliseconds).slice(0, 13)
  await db
    .deleteFrom('pupil_session')
    .where(({ eb, or }) => or([eb('used_at', '<', at(-SHORT_DAYS * DAY)), eb('used_at', '>', at(HOUR))]))
    .execute()
  await db
    .deleteFrom('staff_session')
    .where(({ eb, or }) => or([eb('expires_at', '<', at(0)), eb('expires_at', '>', at((SESSION_HOURS + 1) * HOUR))]))
    .execute()
  // Where a class was opened from is nobody's business once it is shut.
  await db.updateTable('class').set({ open_until: null, opened_from: null })
    .where(({ eb, or }) => or([eb('open_until', '<', at(0)), eb('open_until', '>', at(LONGEST_OPEN * 60_000 + HOUR))])).execute()
  await db.updateTable('class').set({ let_in_until: null, let_in_from: null })
    .where(({ eb, or }) => or([eb('let_in_until', '<', at(0)), eb('let_in_until', '>', at(HOUR))])).execute()
  await db.updateTable('pupil').set({ let_in_until: null, let_in_from: null })
    .where(({ eb, or }) => or([eb('let_in_until', '<', at(0)), eb('let_in_until', '>', at(HOUR))])).execute()
  await db.deleteFrom('told_together')
    .where(({ eb, or }) => or([eb('until', '<', at(0)), eb('until', '>', at(DAY + HOUR))])).execute()
  await forgetLtiSessions(db, now)
  await forgetOldKeys(db, now)
  await sweepTries(db, now.getTime())
  await forgetDevices(db, now)
  await db
    .deleteFrom('happening')
    .where(({ eb, or }) => or([eb('hour', '<', atHour(-SHORT_DAYS * DAY)), eb('hour', '>', atHour(HOUR))]))
    .execute()
  await db
    .deleteFrom('staff_link')
    .where(({ eb, or }) => or([eb('expires_at', '<', at(0)), eb('expires_at', '>', at(LINK_DAYS * DAY + HOUR))]))
    .execute()
  await sql`update staff_two_factor set locked_until = null where locked_until > ${at(LOCK_DAYS * DAY)}`.execute(db)
}

type Announced = Pick<Row<'deletion'>, 'kind' | 'subject_id' | 'school_id' | 'due_on'>

/** @returns everything that may go within the notice, or now */
async function goingSoon(db: Db, now: Date): Promise<Announced[]> {
  const soon = daysAfter(today(now), NOTICE_DAYS)
  const classes = await db
    .selectFrom('class')
    .innerJoin('school', 'school.id', 'class.school_id')
    .select(['class.id', 'class.school_id', 'class.year_ends', 'kept_until', 'keep_months'])
    .execute()
  const dated = async (kind: 'audit' | 'erasure', days: number): Promise<Announced[]> => {
    const before = daysAfter(soon, -days)
    const waiting = await db.selectFrom('deletion').select('subject_id').where('kind', '=', kind).executeTakeFirst()
    // One day at a time: what is as old by then is announced when this has gone.
    if (waiting) return [{ kind, subject_id: waiting.subject_id, school_id: null, due_on: daysAfter(waiting.subject_id, days) }]
    const found = await db.selectFrom(kind).select('at').where('at', '<', before).limit(1).executeTakeFirst()
    return found ? [{ kind, subject_id: before, school_id: null, due_on: soon }] : []
  }
  return [
    ...classes
      .map((row): Announced => ({ kind: 'class', subject_id: row.id, school_id: row.school_id, due_on: goesOn(row, row.keep_months) }))
      .filter(({ due_on: on }) => on <= soon),
    ...(await forgottenBy(db, soon)).map((row): Announced => ({
      kind: 'assignment',
      subject_id: row.id,
      school_id: row.school_id,
      due_on: closesOn(row),
    })),
    ...(await closedOfLate(db)).map((row): Announced => ({
      kind: 'closing',
      subject_id: row.id,
      school_id: row.school_id,
      due_on: daysAfter(today(now), noticeOf('closing')),
    })),
    ...(await db.selectFrom('assignment').select(['id', 'school_id', 'removed_at']).where('removed_at', 'is not', null).execute())
      .map((row): Announced => ({ kind: 'removed', subject_id: row.id, school_id: row.school_id, due_on: today(now) })),
    ...(await dated('audit', AUDIT_DAYS)),
    ...(await dated('erasure', ERASURE_DAYS)),
  ]
}

/** Writes down what will go, and takes back what no longer will: it was put off, given other days, or a clock was set right. */
async function announce(db: Db, { steady }: ClockBelief, now: Date): Promise<void> {
  const going = await goingSoon(db, now)
  const earliest = (kind: Announced['kind']) => daysAfter(today(now), noticeOf(kind))
  const nameOf = ({ kind, subject_id: id }: Pick<Announced, 'kind' | 'subject_id'>) => `${kind} ${id}`
  const names = new Set(going.map(nameOf))
  const standing = await db.selectFrom('deletion').select(['kind', 'subject_id']).execute()
  for (const row of standing)
    if (!names.has(nameOf(row)))
      await db.deleteFrom('deletion').where('kind', '=', row.kind).where('subject_id', '=', row.subject_id).execute()
  const known = new Set(standing.map(nameOf))
  for (const row of going.filter(found => !known.has(nameOf(found)))) {
    const [day = ''] = [row.due_on, earliest(row.kind)].toSorted().slice(-1)
    await db
      .insertInto('deletion')
      .values({ ...row, due_on: day, announced_at: now.toISOString(), steady })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}

interface Deleted {
  readonly classes: number
  /** Assignments that nobody had closed, and that are now: their single answers go a day later. */
  readonly assignments: number
}

async function deleteAnnounced(
  db: Db,
  { steady }: ClockBelief,
  lessonOf: (assignment: Assignment) => Lesson | undefined,
  now: Date,
): Promise<Deleted> {
  const due = (await db.selectFrom('deletion').selectAll().where('due_on', '<=', today(now)).execute())
    .filter(row => Number(row.steady) <= steady - noticeOf(row.kind) * DAY)
  const done = { classes: 0, assignments: 0 }
  for (const { kind, subject_id: id, school_id: schoolId } of due) {
    const isOver = (all: Db) =>
      all.deleteFrom('deletion').where('kind', '=', kind).where('subject_id', '=', id).returning('kind').executeTakeFirst()
    if (kind === 'class') {
      done.classes += await db.transaction().execute(async (all) => {
        // Held, as by staff who delete it, or put it off, at this moment; then there is nothing left to do.
        const { numUpdatedRows } = await all.updateTable('class').set({ open_until: null }).where('id', '=', id).executeTakeFirst()
        if (!(await isOver(all)) || Number(numUpdatedRows) === 0) return 0
        await eraseClass(all, { id, school_id: schoolId ?? '' }, now.toISOString(), 'time')
        return 1
      })
    }
    else if (kind === 'removed') {
      await db.transaction().execute(async (all) => {
        // Brought back at this moment: then it is not announced any more.
        if (await isOver(all)) await deleteRemoved(all, id)
      })
    }
    else if (kind === 'assignment') {
      if (await closeForgotten(db, id)) done.assignments++
      await isOver(db)
    }
    else if (kind === 'closing') {
      const assignment = await db.selectFrom('assignment').selectAll().where('id', '=', id).executeTakeFirst()
      if (assignment) await emptyClosed(db, assignment, lessonOf(assignment))
      await isOver(db)
    }
    else {
      await db.transaction().execute(async (all) => {
        await all.deleteFrom(kind).where('at', '<', id).execute()
        if (kind === 'erasure') await all.updateTable('clock').set({ forgot_before: id }).execute()
        await isOver(all)
      })
    }
  }
  return done
}

export interface Look extends Deleted {
  readonly belief: ClockBelief
}

/**
 * One look at what has been kept long enough. While the clock is doubted, nothing is announced and nothing goes.
 * @param lessonOf the lesson of an assignment, as its class takes it
 * @param witness the time of another clock, in milliseconds; null where there is none
 */
export async function lookAfter(
  db: Db,
  lessonOf: (assignment: Assignment) => Lesson | undefined,
  now = new Date(),
  witness?: number | null,
): Promise<Look> {
  const belief = await believe(db, now, witness === undefined ? await databaseTime(db) : witness)
  await deleteShortLived(db, now)
  if (belief.doubt !== null) return { belief, classes: 0, assignments: 0 }
  await eraseDeleted(db, now)
  await forgetChanges(db, now)
  await announce(db, belief, now)
  await endCatchingUp(db, now)
  const before = new Date(now.getTime() - REMOVED_DAYS * DAY).toISOString()
  await deleteRemovedGroups(db, before)
  await db.deleteFrom('school_holiday').where('removed_at', '<', before).execute()
  // Before classes go, so that what closed is in the sums.
  await lookAfterEvidence(db, now)
  return { belief, ...(await deleteAnnounced(db, belief, lessonOf, now)) }
}
