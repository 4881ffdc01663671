/** Classes, and what can be done with one by those who may see it. */
import { sql } from 'kysely'
import type { ClassInFull, ClassInList, ClassUsual, MadeClass, NewCode, OpenedClass } from '#shared/api/classes'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import { newClassCode, newId } from '../platform/security/tokens.ts'
import { isShortCode } from '#shared/people/class-code'
import { classFieldsOf, type ClassFieldName, type ClassFields } from '#shared/people/class-fields'
import { byName } from '#shared/people/by-name'
import { boosterWeeks } from '#shared/lesson/plan'
import { lessonDaysIn, lessonDaysText } from '#shared/lesson/school-days'
import { keyOf } from '#shared/people/pupil-names'
import { troubleOf } from './join-tries.ts'
import { classesOf, ensureClass, type ClassViewer, type StaffViewer } from '../accounts/staff/class-access.ts'
import type { Db } from '../platform/database/client.ts'
import { groupsOf } from './group-rows.ts'
import { endSessions } from './pupil-session-rows.ts'
import type { Row } from '../platform/database/schema.ts'

export type Viewer = StaffViewer

/** Holds the class until the transaction ends, so that two colleagues who act at once count and check one after the other. */
export async function lockClass(db: Db, viewer: ClassViewer, classId: string): Promise<Row<'class'>> {
  await db.updateTable('class').set({ name: sql`name` }).where('id', '=', classId).where('school_id', '=', viewer.schoolId).execute()
  return ensureClass(db, viewer, classId)
}

/**
 * Holds a class that is about to change. @throws `not-found` as `ensureClass`, and `conflict` where the class is archived, in
 * which nothing changes
 */
export async function activeClass(db: Db, viewer: ClassViewer, classId: string): Promise<Row<'class'>> {
  const found = await lockClass(db, viewer, classId)
  if (found.archived_at !== null) throw new Refusal('conflict', 'class-archived')
  return found
}

const inOrder = <T extends { name: string }>(rows: readonly T[]) => [...rows].sort(byName)
/** @param of a class, or one pupil of it */
export const isLetInAt = (now: Date, { let_in_until: until }: Pick<Row<'class' | 'pupil'>, 'let_in_until'>) =>
  until !== null && until > now.toISOString()
export const isOpenAt = (now: Date, { open_until: until }: Pick<Row<'class'>, 'open_until'>) => until !== null && until > now.toISOString()

/** @returns what is usual for a class where something is assigned to it */
export const usualOf = ({ lesson_days: days, same_order: sameOrder, booster_weeks: weeks }: Row<'class'>): ClassUsual => ({
  lessonDays: lessonDaysIn(days),
  sameOrder: sameOrder === 1,
  boosterWeeks: boosterWeeks.find(one => one === weeks) ?? null,
})

export async function listClasses(db: Db, viewer: Viewer, now = new Date()): Promise<ClassInList[]> {
  const classes = await classesOf(db, viewer)
    .selectAll('class')
    .select(({ selectFrom, fn }) =>
      selectFrom('pupil').whereRef('pupil.class_id', '=', 'class.id').select(fn.countAll<number>().as('count')).as('pupils'),
    )
    .execute()
  const staff = await db
    .selectFrom('class_staff')
    .innerJoin('staff', 'staff.id', 'class_staff.staff_id')
    .select(['class_id', 'name'])
    .where('class_staff.school_id', '=', viewer.schoolId)
    .where('class_id', 'in', classesOf(db, viewer).select('class.id'))
    .execute()
  return inOrder(classes).map(row => ({
    id: row.id,
    ...classFieldsOf(row),
    yearEnds: row.year_ends,
    isArchived: row.archived_at !== null,
    isOpen: isOpenAt(now, row),
    pupils: Number(row.pupils ?? 0),
    staff: inOrder(staff.filter(({ class_id: of }) => of === row.id)).map(({ name }) => name),
  }))
}

/**
 * @returns whether a class was made by a colleague, and they only share it. An admin is a guest nowhere; where nobody knows who
 * made it, nobody is
 */
export const isGuest = (viewer: Viewer, { made_by: maker }: Pick<Row<'class'>, 'made_by'>) =>
  viewer.role !== 'admin' && maker !== null && maker !== viewer.id

export async function readClass(db: Db, viewer: Viewer, classId: string, now = new Date()): Promise<Omit<ClassInFull, 'holidays'>> {
  const found = await ensureClass(db, viewer, classId)
  const pupils = await db
    .selectFrom('pupil')
    .select(['id', 'name', 'card_made_on'])
    .where('class_id', '=', classId)
    .where('school_id', '=', viewer.schoolId)
    .execute()
  const everybody = await db.selectFrom('staff').select(['id', 'name', 'disabled_at']).where('school_id', '=', viewer.schoolId).execute()
  const sharing = await db.selectFrom('class_staff').select('staff_id').where('class_id', '=', classId).execute()
  const hasIt = (id: string) => sharing.some(({ staff_id: staffId }) => staffId === id)
  const named = ({ id, name }: { id: string, name: string }) => ({ id, name })
  return {
    id: found.id,
    ...classFieldsOf(found),
    code: found.code,
    yearEnds: found.year_ends,
    isArchived: found.archived_at !== null,
    openUntil: isOpenAt(now, found) ? found.open_until : null,
    pupils: inOrder(pupils).map(pupil => ({ ...named(pupil), hasCard: pupil.card_made_on !== null })),
    staff: inOrder(everybody.filter(({ id }) => hasIt(id))).map(member => ({
      ...named(member),
      isFixed: isGuest(viewer, found) && member.id === found.made_by,
      isSelf: member.id === viewer.id,
    })),
    canDelete: !isGuest(viewer, found),
    colleagues: inOrder(everybody.filter(({ id, disabled_at: disabled }) => !hasIt(id) && disabled === null)).map(named),
    trouble: await troubleOf(db, classId, inOrder(pupils), now.getTime()),
    letInUntil: isLetInAt(now, found) ? found.let_in_until : null,
    ...usualOf(found),
    groups: (await groupsOf(db, [classId])).get(classId) ?? [],
  }
}

/** @returns the last day of the school year that `today` is in; @param ends the school's `MM-DD` */
export function schoolYearEnd(ends: string, today: string): string {
  const thisYear = `${today.slice(0, 4)}-${ends}`
  return today <= thisYear ? thisYear : `${Number(today.slice(0, 4)) + 1}-${ends}`
}

/** @returns a code that no class has */
export async function freeCode(db: Db): Promise<string> {
  for (;;) {
    const code = newClassCode()
    if (await db.selectFrom('class').select('id').where('code', '=', code).executeTakeFirst() === undefined) return code
  }
}

/**
 * People could not tell two classes of one name apart, so a second one is made on purpose only.
 * @param but the class that is about to have the name
 * @throws `conflict` where another class of the school that is in use is called so
 */
export async function ensureOwnName(db: Db, viewer: Viewer, name: string, but?: string): Promise<void> {
  // Of the whole school, whoever asks.
  const classes = await classesOf(db, { ...viewer, role: 'admin' }).select(['class.id', 'class.name']).where('archived_at', 'is', null).execute()
  if (classes.some(one => one.id !== but && keyOf(one.name) === keyOf(name)))
    throw new Refusal('conflict', { key: 'class-name-taken', values: { name } }, { reason: 'class-name-taken' })
}

/**
 * Holds the school until the transaction ends, first of all that it holds: two who make classes of one name at once, or roll the year
 * over, do it one after the other, and the second is told.
 */
export async function holdSchool(all: Db, { schoolId }: Viewer): Promise<void> {
  await all.updateTable('school').set(({ ref }) => ({ name: ref('name') })).where('id', '=', schoolId).execute()
}

/** A class that is made. */
export interface NewClass {
  readonly name: string
  readonly year?: string | undefined
  /** Last day of its school year; left out, of the one that it is made in. */
  readonly yearEnds?: string
  /** Who has it. */
  readonly staffIds: readonly string[]
}

/** Makes a class, in a transaction that has made sure of its name and of who gets it. @returns its id */
export async function insertClass(all: Db, viewer: Viewer, { name, year = '', yearEnds, staffIds }: NewClass, now: Date): Promise<string> {
  const school = await all.selectFrom('school').select('year_ends').where('id', '=', viewer.schoolId).executeTakeFirstOrThrow()
  const id = newId()
  await all.insertInto('class').values({
    id, school_id: viewer.schoolId, name, year, code: await freeCode(all), created_at: now.toISOString(),
    year_ends: yearEnds ?? schoolYearEnd(school.year_ends, now.toISOString().slice(0, 10)), archived_at: null, open_until: null,
    made_by: viewer.id,
  }).execute()
  for (const staffId of new Set(staffIds))
    await all.insertInto('class_staff').values({ school_id: viewer.schoolId, class_id: id, staff_id: staffId }).execute()
  await audit(all, viewer, 'class.make', id)
  return id
}

/** Makes a class for whoever asks. @param options `again` where another one may be called so @throws `conflict` as `ensureOwnName` */
export function makeClass(db: Db, viewer: Viewer, name: string, now = new Date(), { again = false } = {}): Promise<MadeClass> {
  return db.transaction().execute(async (all) => {
    await holdSchool(all, viewer)
    if (!again) await ensureOwnName(all, viewer, name)
    return { id: await insertClass(all, viewer, { name, staffIds: [viewer.id] }, now) }
  })
}

type Change = Partial<Pick<
  Row<'class'>,
  ClassFieldName | 'lesson_days' | 'same_order' | 'booster_weeks' | 'code' | 'archived_at' | 'open_until' | 'opened_from' | 'let_in_until' | 'let_in_from' | 'deleted_at'
>>

/** One change to a class that was found to be theirs, and its line in the school's records. */
export async function change(db: Db, viewer: Viewer, classId: string, action: string, values: Change) {
  await db.updateTable('class').set(values).where('id', '=', classId).where('school_id', '=', viewer.schoolId).execute()
  await audit(db, viewer, action, classId)
}

/** Some fields; what is not there stays. */
type AnyOf<T> = { readonly [field in keyof T]?: T[field] | undefined }

/** Writes some of its fields anew. @param options `again` where another one may be called so @throws `conflict` as `ensureOwnName` */
export function changeClass(
  db: Db,
  viewer: Viewer,
  classId: string,
  { lessonDays, sameOrder, boosterWeeks: weeks, ...fields }: Partial<ClassFields> & AnyOf<ClassUsual>,
  { again = false } = {},
): Promise<void> {
  return db.transaction().execute(async (all) => {
    if (fields.name !== undefined) await holdSchool(all, viewer)
    await activeClass(all, viewer, classId)
    if (fields.name !== undefined && !again) await ensureOwnName(all, viewer, fields.name, classId)
    await change(all, viewer, classId, fields.name === undefined ? 'class.change' : 'class.rename', {
      ...fields,
      ...(lessonDays && { lesson_days: lessonDaysText(lessonDays) }),
      ...(sameOrder !== undefined && { same_order: Number(sameOrder) }),
      ...(weeks !== undefined && { booster_weeks: weeks }),
    })
  })
}

/**
 * A code that has got around is replaced: the old one opens nothing any more, printed cards show it no longer, and whoever came
 * in with it is signed out.
 */
export function changeCode(db: Db, viewer: Viewer, classId: string): Promise<NewCode> {
  return db.transaction().execute(async (all) => {
    await activeClass(all, viewer, classId)
    const code = await freeCode(all)
    await endSessions(all, { classId }, 'code-replaced')
    await change(all, viewer, classId, 'class.code', { code })
    return { code }
  })
}

/**
 * Opens a class for joining with its code.
 * @param minutes until it shuts by itself; 0 shuts it now
 * @param from keyed hash of the address that the teacher is at
 */
export function openClass(db: Db, viewer: Viewer, classId: string, minutes: number, from: string, now = new Date()): Promise<OpenedClass> {
  return db.transaction().execute(all => openWithin(all, viewer, classId, minutes, from, now))
}

/** As `openClass`, in a transaction of somebody else's. */
export async function openWithin(
  all: Db,
  viewer: Viewer,
  classId: string,
  minutes: number,
  from: string,
  now: Date,
): Promise<OpenedClass> {
  const { code } = await activeClass(all, viewer, classId)
  const openUntil = minutes === 0 ? null : new Date(now.getTime() + minutes * 60_000).toISOString()
  // A code of an earlier release is too short to be told from all that can be tried out: none of them is opened again.
  const isNew = minutes > 0 && isShortCode(code)
  await change(all, viewer, classId, minutes === 0 ? 'class.shut' : 'class.open', {
    open_until: openUntil,
    opened_from: minutes === 0 ? null : from,
    ...(isNew ? { code: await freeCode(all) } : {}),
  })
  return { openUntil, hasNewCode: isNew }
}

/** An archived class is kept as it is: nobody joins it, and its pupils are signed out. */
export function archiveClass(db: Db, viewer: Viewer, classId: string, now = new Date()): Promise<void> {
  return db.transaction().execute(async (all) => {
    await activeClass(all, viewer, classId)
    await all
      .deleteFrom('pupil_session')
      .where('pupil_id', 'in', all.selectFrom('pupil').select('id').where('class_id', '=', classId))
      .execute()
    await change(all, viewer, classId, 'class.archive', {
      archived_at: now.toISOString(),
      open_until: null,
      opened_from: null,
      let_in_until: null,
      let_in_from: null,
    })
  })
}

export function bringBackClass(db: Db, viewer: Viewer, classId: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    await lockClass(all, viewer, classId)
    await change(all, viewer, classId, 'class.bring-back', { archived_at: null })
  })
}

/** @throws `not-found` where the colleague is not of this school, or no longer works there */
export function shareClass(db: Db, viewer: Viewer, classId: string, staffId: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    await lockClass(all, viewer, classId)
    const colleague = await all
      .selectFrom('staff')
      .select('id')
      .where('id', '=', staffId)
      .where('school_id', '=', viewer.schoolId)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (!colleague) throw new Refusal('not-found', 'no-colleague')
    await all
      .insertInto('class_staff')
      .values({ school_id: viewer.schoolId, class_id: classId, staff_id: staffId })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    await audit(all, viewer, 'class.share', `${classId} ${staffId}`)
  })
}

/**
 * @throws `forbidden` where a guest would take a class from the colleague who made it, `conflict` where nobody would be left who
 * has the class
 */
export function stopSharing(db: Db, viewer: Viewer, classId: string, staffId: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    const found = await lockClass(all, viewer, classId)
    if (isGuest(viewer, found) && staffId === found.made_by) throw new Refusal('forbidden', 'class-maker')
    const left = await all
      .selectFrom('class_staff')
      .select('staff_id')
      .where('class_id', '=', classId)
      .where('staff_id', '!=', staffId)
      .executeTakeFirst()
    if (!left) throw new Refusal('conflict', 'class-last-staff')
    await all
      .deleteFrom('class_staff')
      .where('class_id', '=', classId)
      .where('staff_id', '=', staffId)
      .where('school_id', '=', viewer.schoolId)
      .execute()
    // Given over: it is the others' now.
    if (staffId === found.made_by) await all.updateTable('class').set({ made_by: null }).where('id', '=', classId).execute()
    await audit(all, viewer, 'class.stop-sharing', `${classId} ${staffId}`)
  })
}
