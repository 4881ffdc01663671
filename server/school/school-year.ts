/**
 * The year rolls over: classes move up, leave, or stay, and new ones are made, all at once, and it can be undone for a day. A class
 * that moves up stays the same class, so pupils, cards, its code and what is finished come along (docs/class-lists.md).
 */
import type {
  KeptAtUndo, RosterChange, SchoolYearPlan, SchoolYearWish, TakenClass, TakenList, UndoneChange, YearConcern, YearLine,
} from '#shared/api/rosters'
import { aYearLater, schoolYearOf } from '#shared/people/class-fields'
import { isLastYear, yearIn } from '#shared/people/class-year'
import { byName } from '#shared/people/by-name'
import { keyOf } from '#shared/people/pupil-names'
import { classesOf } from '../accounts/staff/class-access.ts'
import { daysAfter, today } from '../assignments/assignments.ts'
import { closeAllOf, reopenWithin } from '../assignments/closing.ts'
import { holdSchool, insertClass, schoolYearEnd, type Viewer } from '../classes/classes.ts'
import { ensureColleagues, toldAgain } from '../classes/class-lists.ts'
import { insertPupils } from '../classes/pupils.ts'
import {
  beginChange, changesOf, giveTo, goBack, holdClasses, keepWayBack, stateOf, takeChange, UNDO_FOR,
  type ClassState, type HeldClass,
} from '../classes/roster-changes.ts'
import type { Db } from '../platform/database/client.ts'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import type { Row } from '../platform/database/schema.ts'
import { goesOn } from './retention.ts'

/** Days before a school year begins from which its roll-over is nothing unusual. */
const EARLY = 122

/** @returns the last day of the school year a year later, or earlier; @param ends `YYYY-MM-DD` */
const shifted = (ends: string, years: number) => `${Number(ends.slice(0, 4)) + years}${ends.slice(4)}`

type ClassRow = Row<'class'> & { readonly pupils: number, readonly open: number, readonly staff: readonly Person[] }
interface Person {
  readonly id: string
  readonly name: string
}

/** @param on `YYYY-MM-DD`, to count the lessons that are open then */
async function classesInUse(db: Db, viewer: Viewer, on: string): Promise<ClassRow[]> {
  const rows = await classesOf(db, viewer)
    .selectAll('class')
    .select(({ selectFrom, fn }) => [
      selectFrom('pupil').select(fn.countAll<number>().as('count')).whereRef('pupil.class_id', '=', 'class.id').as('pupils'),
      selectFrom('assignment').select(fn.countAll<number>().as('count')).whereRef('assignment.class_id', '=', 'class.id')
        .where('closed_at', 'is', null).where('removed_at', 'is', null).where('opens_on', '<=', on).as('open'),
    ])
    .where('archived_at', 'is', null)
    .execute()
  const staff = await db
    .selectFrom('class_staff')
    .innerJoin('staff', 'staff.id', 'class_staff.staff_id')
    .select(['class_id', 'staff.id', 'name'])
    .where('class_staff.school_id', '=', viewer.schoolId)
    .where('disabled_at', 'is', null)
    .orderBy('staff.id')
    .execute()
  staff.sort(byName)
  return rows.map(row => ({
    ...row,
    pupils: Number(row.pupils ?? 0),
    open: Number(row.open ?? 0),
    staff: staff.filter(({ class_id: of }) => of === row.id).map(({ id, name }) => ({ id, name })),
  }))
}

/** Also Reception, and Year 14 of Northern Ireland. */
const yearOf = (row: ClassRow) => schoolYearOf(row) ?? yearIn(row.name)

/** @returns what becomes of a class unless somebody says otherwise; @param years of all classes of the school */
function lineOf(row: ClassRow, { nation, keep_months: months }: Row<'school'>, years: readonly (number | null)[], ends: string): YearLine {
  const year = yearOf(row)
  const isDone = row.year_ends >= ends
  const next = aYearLater(row)
  const step = isDone || year === null ? 'stays' : isLastYear(nation, year, years) ? 'leaves' : 'up'
  const concerns: YearConcern[] = isDone ? [] : [...(year === null ? ['no-year' as const] : []), ...(row.staff.length === 0 ? ['nobody' as const] : [])]
  return {
    id: row.id, name: row.name, year: row.year, pupils: row.pupils, staff: row.staff, open: row.open, step,
    nextName: next.name, nextYear: next.year, goesOn: goesOn(row, months), concerns, isFirst: concerns.length > 0, isDone,
  }
}

/**
 * @param wanted last day of the school year that is prepared; left out, the one that classes are late for, or else the next
 * @throws `invalid` where it is neither
 */
export async function schoolYearPlan(db: Db, viewer: Viewer, wanted?: string, now = new Date()): Promise<SchoolYearPlan> {
  const school = await db.selectFrom('school').selectAll().where('id', '=', viewer.schoolId).executeTakeFirstOrThrow()
  const rows = await classesInUse(db, viewer, today(now))
  const ofToday = schoolYearEnd(school.year_ends, today(now))
  const choices = [ofToday, shifted(ofToday, 1)]
  const isLate = rows.some(row => row.year_ends < ofToday)
  const ends = wanted ?? (isLate ? ofToday : shifted(ofToday, 1))
  if (!choices.includes(ends)) throw new Refusal('invalid', 'form')
  const begins = daysAfter(shifted(ends, -1), 1)
  const years = rows.map(yearOf)
  const proposed = rows.map(row => lineOf(row, school, years, ends))
  const called = Map.groupBy(proposed.filter(({ step }) => step !== 'leaves'), ({ step, name, nextName }) => keyOf(step === 'up' ? nextName : name))
  const isClash = ({ step, nextName }: YearLine) => step === 'up' && (called.get(keyOf(nextName))?.length ?? 0) > 1
  const weight = (line: YearLine) => (line.isDone ? 2 : line.isFirst ? 0 : 1)
  // As a school counts: Reception, Year 1, …, then who is of no year.
  const placeOf = new Map(rows.map(row => [row.id, yearOf(row) ?? Infinity]))
  const inYears = (a: YearLine, b: YearLine) => {
    const [first = 0, second = 0] = [placeOf.get(a.id), placeOf.get(b.id)]
    return first === second ? 0 : first - second
  }
  const lines = proposed.map(line => ({ ...line, isFirst: !line.isDone && (line.isFirst || isClash(line)) }))
    .sort((a, b) => weight(a) - weight(b) || inYears(a, b) || byName(a, b))
  const colleagues = await db.selectFrom('staff').select(['id', 'name']).where('school_id', '=', viewer.schoolId)
    .where('disabled_at', 'is', null).execute()
  return {
    begins, ends, choices, isEarly: begins > daysAfter(today(now), EARLY), lines,
    colleagues: colleagues.sort(byName), undo: await lastYearChange(db, viewer, now),
  }
}

const lastYearChange = async (db: Db, viewer: Viewer, now: Date): Promise<RosterChange | null> =>
  (await changesOf(db, viewer, now)).find(({ kind }) => kind === 'year') ?? null

/** @throws `conflict` where the classes are no longer as the page showed them, or are of that year by now, however they are called */
function ensureAsShown({ lines, ends }: SchoolYearWish, held: ReadonlyMap<string, HeldClass>) {
  const isAsShown = lines.every(({ classId, was, step }) => {
    const now = held.get(classId)
    return now?.name === was && now.archivedAt === null && !now.isDeleted && (step === 'stays' || now.yearEnds < ends)
  })
  if (!isAsShown || new Set(lines.map(line => line.classId)).size < lines.length) throw new Refusal('conflict', 'list-changed')
}

/** @throws `conflict` where two classes of the new year would be called the same that were not before */
async function ensureOwnNames(all: Db, viewer: Viewer, { lines, made }: SchoolYearWish): Promise<void> {
  const rows = await classesOf(all, viewer).select(['class.id', 'class.name']).where('archived_at', 'is', null).execute()
  const changed = new Map(lines.map(line => [line.classId, line]))
  const untouched = rows.filter(({ id }) => (changed.get(id)?.step ?? 'stays') === 'stays').map(({ name }) => name)
  const taken = new Set(untouched.map(keyOf))
  for (const name of [...lines.filter(({ step }) => step === 'up'), ...made].map(one => one.name)) {
    if (taken.has(keyOf(name))) throw new Refusal('conflict', { key: 'class-name-taken', values: { name } }, { reason: 'class-name-taken', name })
    taken.add(keyOf(name))
  }
}

/** A class as it stands in the new year. */
function becoming(was: ClassState, { step, name, year, staffId }: SchoolYearWish['lines'][number], ends: string, at: string): ClassState {
  if (step === 'leaves') return { ...was, archivedAt: at }
  const staff = staffId === null ? was.staff : [staffId]
  const isMoved = was.yearEnds < ends
  return {
    ...was, ...(step === 'up' ? { name, year } : {}), staff, ...(isMoved ? { yearEnds: ends, nameBefore: was.name } : {}),
  }
}

async function write(all: Db, viewer: Viewer, was: ClassState, became: ClassState) {
  await all
    .updateTable('class')
    .set({
      name: became.name, year: became.year, year_ends: became.yearEnds, name_before: became.nameBefore,
      archived_at: became.archivedAt,
      // Of the lesson it was opened for.
      open_until: null, opened_from: null, let_in_until: null, let_in_from: null,
    })
    .where('id', '=', was.id)
    .execute()
  if (became.archivedAt !== null)
    await all.deleteFrom('pupil_session').where('pupil_id', 'in', all.selectFrom('pupil').select('id').where('class_id', '=', was.id)).execute()
  if (became.staff !== was.staff) await giveTo(all, viewer, was.id, became.staff)
}

/** Pupils of a new list, for a class that is there by now. */
interface NewNames {
  readonly id: string
  readonly name: string
  readonly isNew: boolean
  readonly names: readonly string[]
}

/** Adds pupils of new lists, and tells their pictures. */
async function addNew(all: Db, viewer: Viewer, secret: string, lists: readonly NewNames[], now: Date) {
  const classes: TakenClass[] = []
  for (const { names, ...one } of lists.filter(list => list.names.length > 0 || list.isNew))
    classes.push({ ...one, pupils: await insertPupils(all, viewer, secret, one.id, names, now) })
  return classes
}

/**
 * Rolls the year over, whole or not at all; asked twice with one id, once.
 * @throws `conflict` where classes have changed since they were shown, or two would be called the same
 */
export function rollOver(db: Db, viewer: Viewer, secret: string, wish: SchoolYearWish, now = new Date()): Promise<TakenList> {
  return db.transaction().execute(async (all) => {
    await holdSchool(all, viewer)
    const until = new Date(now.getTime() + UNDO_FOR).toISOString()
    const done = await beginChange(all, viewer, wish.id, 'year', now)
    if (done) return { id: wish.id, until, classes: await toldAgain(all, secret, done) }
    const held = await holdClasses(all, viewer, wish.lines.map(({ classId }) => classId))
    ensureAsShown(wish, held)
    await ensureOwnNames(all, viewer, wish)
    await ensureColleagues(all, viewer, [...wish.lines, ...wish.made].flatMap(({ staffId }) => staffId ?? []))
    const [before, after, closed]: [ClassState[], ClassState[], string[]] = [[], [], []]
    const lists: NewNames[] = []
    for (const line of wish.lines) {
      const found = held.get(line.classId)
      if (!found) continue
      const was = stateOf(found)
      const became = becoming(was, line, wish.ends, now.toISOString())
      await write(all, viewer, was, became)
      // What is planned for the new year stays; of a class that leaves nothing does.
      if (line.step !== 'stays') closed.push(...await closeAllOf(all, was.id, now, line.step === 'up' ? today(now) : undefined))
      before.push(was)
      after.push({ ...became, staff: [...became.staff].sort() })
      lists.push({ id: was.id, name: became.name, isNew: false, names: line.step === 'leaves' ? [] : line.names })
    }
    const made: string[] = []
    for (const { name, year, staffId, names } of wish.made) {
      const id = await insertClass(all, viewer, { name, year, yearEnds: wish.ends, staffIds: staffId === null ? [] : [staffId] }, now)
      made.push(id)
      lists.push({ id, name, isNew: true, names })
    }
    const classes = await addNew(all, viewer, secret, lists, now)
    const added = Object.fromEntries(classes.map(({ id, pupils }) => [id, pupils.map(pupil => pupil.id)]))
    await keepWayBack(all, wish.id, { before, after, made, added, closed })
    await audit(all, viewer, 'class.year', wish.id)
    return { id: wish.id, until, classes }
  })
}

/**
 * Opens again what the roll-over closed. @returns what stays closed, by class: a day later its single answers are gone, and somebody may
 * have opened it and closed it themselves
 */
async function openAgain(all: Db, { closed, madeAt }: Awaited<ReturnType<typeof takeChange>>): Promise<KeptAtUndo[]> {
  const stay = new Map<string, number>()
  for (const id of closed) {
    if (await reopenWithin(all, id, madeAt)) continue
    const row = await all.selectFrom('assignment').innerJoin('class', 'class.id', 'class_id').select(['class.name', 'closed_at'])
      .where('assignment.id', '=', id).executeTakeFirst()
    if (row && row.closed_at !== null) stay.set(row.name, (stay.get(row.name) ?? 0) + 1)
  }
  return [...stay].map(([name, count]) => ({ why: 'lessons', name, count }))
}

/**
 * Undoes a class list or a roll-over, within its day.
 * @returns what stays as it is because somebody has changed or used it since
 * @throws `gone` where there is nothing to undo
 */
export function undoRosterChange(db: Db, viewer: Viewer, id: string, now = new Date()): Promise<UndoneChange> {
  return db.transaction().execute(async (all) => {
    await holdSchool(all, viewer)
    const wayBack = await takeChange(all, viewer, id, now)
    const kept = await goBack(all, viewer, wayBack, now)
    return { kept: [...kept, ...await openAgain(all, wayBack)] }
  })
}
