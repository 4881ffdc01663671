/**
 * What was done with class lists, and the way back from it, for a day. A list that was taken in made classes and pupils; a roll-over
 * changed classes too. Going back leaves alone whatever somebody has done since, and says so.
 */
import { z } from 'zod'
import type { KeptAtUndo, RosterChange } from '#shared/api/rosters'
import { byName } from '#shared/people/by-name'
import { forClassFields, type ClassFields } from '#shared/people/class-fields'
import { keyOf } from '#shared/people/pupil-names'
import { classesOf } from '../accounts/staff/class-access.ts'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { eraseClass } from './class-deletion.ts'
import type { Viewer } from './classes.ts'
import { eraseOne } from './pupils.ts'

/** Milliseconds for which something can be undone. */
export const UNDO_FOR = 24 * 60 * 60_000

/** What a roll-over changes of a class. */
export type ClassState = ClassFields & {
  readonly id: string
  readonly yearEnds: string
  /** What it was called the year before. */
  readonly nameBefore: string | null
  readonly archivedAt: string | null
  /** Who has it, by id, sorted. */
  readonly staff: readonly string[]
}

/** A class as it stands now, held until the transaction ends. */
export type HeldClass = ClassState & { readonly isDeleted: boolean }

export function stateOf({ isDeleted: _, ...state }: HeldClass): ClassState {
  return state
}

/** Ids of what was made and changed: with these it is found again, and nothing else of anybody is kept here. */
export interface WayBack {
  readonly before: readonly ClassState[]
  readonly after: readonly ClassState[]
  /** Classes. */
  readonly made: readonly string[]
  /** Pupils, by the class that they were added to. */
  readonly added: Readonly<Record<string, readonly string[]>>
  /** Assignments. */
  readonly closed: readonly string[]
}

const nothingYet: WayBack = { before: [], after: [], made: [], added: {}, closed: [] }

const ids = z.array(z.string())
const classState = z.object({
  ...forClassFields(() => z.string()),
  id: z.string(),
  yearEnds: z.string(),
  // A release of the day before did not keep it.
  nameBefore: z.string().nullable().default(null),
  archivedAt: z.string().nullable(),
  staff: ids,
})
const wayBack: z.ZodType<WayBack> = z.object({
  before: z.array(classState), after: z.array(classState), made: ids, added: z.record(z.string(), ids), closed: ids,
})

const wayBackOf = ({ way_back: text }: Pick<Row<'roster_change'>, 'way_back'>) => wayBack.parse(JSON.parse(text))

/**
 * Begins a change, once for its id: whoever asks at the same moment waits for the first.
 * @returns null, or what was done already by the same request
 * @throws `conflict` where it was undone meanwhile, its day is over, or it is somebody else's, be it that a class is by now
 */
export async function beginChange(all: Db, viewer: Viewer, id: string, kind: Row<'roster_change'>['kind'], now: Date): Promise<WayBack | null> {
  const isNew = await all
    .insertInto('roster_change')
    .values({
      id, school_id: viewer.schoolId, staff_id: viewer.id, kind, made_at: now.toISOString(),
      until: new Date(now.getTime() + UNDO_FOR).toISOString(), undone_at: null, way_back: JSON.stringify(nothingYet),
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (isNew) return null
  const row = await all.selectFrom('roster_change').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const done = wayBackOf(row)
  const isTheirs = row.staff_id === viewer.id && row.school_id === viewer.schoolId && row.kind === kind && row.undone_at === null
    && row.until > now.toISOString()
  if (!isTheirs || !await areStillTheirs(all, viewer, done)) throw new Refusal('conflict', 'list-changed')
  return done
}

export async function keepWayBack(all: Db, id: string, way: WayBack): Promise<void> {
  await all.updateTable('roster_change').set({ way_back: JSON.stringify(way) }).where('id', '=', id).execute()
}

/** What somebody may undo: their own, and an admin everything of the school. A roll-over is an admin's. */
const theirs = (db: Db, viewer: Viewer) =>
  db
    .selectFrom('roster_change')
    .innerJoin('staff', 'staff.id', 'roster_change.staff_id')
    .selectAll('roster_change')
    .select('staff.name as by')
    .where('roster_change.school_id', '=', viewer.schoolId)
    .$if(viewer.role !== 'admin', query => query.where('staff_id', '=', viewer.id).where('kind', '=', 'list'))

/** @returns whether somebody who took a list in still has the classes that were there before: a class may be shared for a day */
async function areStillTheirs(db: Db, viewer: Viewer, { added, made }: WayBack): Promise<boolean> {
  const ids = Object.keys(added).filter(id => !made.includes(id))
  if (viewer.role === 'admin' || ids.length === 0) return true
  const others = await db.selectFrom('class').select('id').where('id', 'in', ids)
    .where('id', 'not in', db.selectFrom('class_staff').select('class_id').where('staff_id', '=', viewer.id)).executeTakeFirst()
  return others === undefined
}

/** @returns what can still be undone, the newest first */
export async function changesOf(db: Db, viewer: Viewer, now = new Date()): Promise<RosterChange[]> {
  const rows = await theirs(db, viewer).where('undone_at', 'is', null).where('until', '>', now.toISOString())
    .orderBy('made_at', 'desc').orderBy('id').execute()
  const own = await Promise.all(rows.map(async row => await areStillTheirs(db, viewer, wayBackOf(row)) ? [row] : []))
  if (own.length === 0) return []
  const classes = (await classesOf(db, viewer).select(['class.id', 'class.name']).execute()).toSorted(byName)
  return own.flat().map((row) => {
    const { after, made, added } = wayBackOf(row)
    return {
      id: row.id,
      kind: row.kind,
      madeAt: row.made_at,
      until: row.until,
      by: row.by,
      moved: after.filter(({ archivedAt }) => archivedAt === null).length,
      left: after.filter(({ archivedAt }) => archivedAt !== null).length,
      made: made.length,
      pupils: Object.values(added).flat().length,
      to: classes.filter(({ id }) => (added[id]?.length ?? 0) > 0).map(({ name }) => name),
    }
  })
}

/**
 * Holds a change that is about to be undone, and marks it.
 * @throws `not-found` where it is not theirs to undo, or no longer, `gone` where it was undone already or its day is over
 */
export async function takeChange(all: Db, viewer: Viewer, id: string, now: Date): Promise<WayBack & { readonly madeAt: string }> {
  const found = await theirs(all, viewer).where('roster_change.id', '=', id).executeTakeFirst()
  if (!found || !await areStillTheirs(all, viewer, wayBackOf(found))) throw new Refusal('not-found', 'change-gone')
  // Marked where it is not yet: two who undo at once do it once.
  const isMine = found.until > now.toISOString() && await all.updateTable('roster_change').set({ undone_at: now.toISOString() })
    .where('id', '=', id).where('undone_at', 'is', null).returning('id').executeTakeFirst()
  if (!isMine) throw new Refusal('gone', 'change-gone')
  await audit(all, viewer, 'class.undo', id)
  return { ...wayBackOf(found), madeAt: found.made_at }
}

/** @returns the classes as they stand, each held until the transaction ends, always in the same order */
export async function holdClasses(all: Db, viewer: Viewer, ids: readonly string[]): Promise<Map<string, HeldClass>> {
  const states = new Map<string, HeldClass>()
  for (const id of [...new Set(ids)].sort()) {
    const row = await all
      .updateTable('class')
      .set(({ ref }) => ({ name: ref('name') }))
      .where('id', '=', id)
      .where('school_id', '=', viewer.schoolId)
      .where('id', 'not in', all.selectFrom('lti_context').select('class_id'))
      .returningAll()
      .executeTakeFirst()
    if (!row) continue
    const staff = await all.selectFrom('class_staff').select('staff_id').where('class_id', '=', id).orderBy('staff_id').execute()
    states.set(id, {
      id, name: row.name, year: row.year, yearEnds: row.year_ends, nameBefore: row.name_before, archivedAt: row.archived_at,
      staff: staff.map(one => one.staff_id).sort(), isDeleted: row.deleted_at !== null,
    })
  }
  return states
}

export async function giveTo(all: Db, viewer: Viewer, classId: string, staffIds: readonly string[]): Promise<void> {
  await all.deleteFrom('class_staff').where('class_id', '=', classId).execute()
  for (const staffId of new Set(staffIds))
    await all.insertInto('class_staff').values({ school_id: viewer.schoolId, class_id: classId, staff_id: staffId }).execute()
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Gives a class back what it was, field by field, but for what somebody has changed since. */
async function turnBack(all: Db, viewer: Viewer, was: ClassState, became: ClassState, is: ClassState, colleagues: ReadonlySet<string>) {
  const back = <K extends keyof ClassState>(key: K): ClassState[K] => isSame(is[key], became[key]) ? was[key] : is[key]
  await all
    .updateTable('class')
    .set({
      name: back('name'), year: back('year'), year_ends: back('yearEnds'), name_before: back('nameBefore'), archived_at: back('archivedAt'),
    })
    .where('id', '=', was.id)
    .execute()
  const staff = back('staff').filter(id => colleagues.has(id))
  if (!isSame(staff, is.staff)) await giveTo(all, viewer, was.id, staff)
  return (['name', 'year', 'archivedAt', 'staff'] as const).some(key => !isSame(is[key], became[key]))
}

/** Erases the pupils that were added, but for whoever has begun something, come in, or moved since. @returns how many stay, by class */
async function takeOut(all: Db, viewer: Viewer, added: WayBack['added'], now: Date): Promise<Map<string, number>> {
  const stay = new Map<string, number>()
  for (const [classId, ids] of Object.entries(added)) {
    for (const id of [...ids].sort()) {
      const pupil = await all.selectFrom('pupil').select(['class_id', 'card_made_on']).where('id', '=', id).executeTakeFirst()
      if (!pupil) continue
      const touched = [pupil.class_id !== classId, pupil.card_made_on !== null]
      for (const table of ['attempt', 'excuse', 'pupil_session', 'class_group_pupil', 'pupil_account'] as const)
        touched.push(await all.selectFrom(table).select('pupil_id').where('pupil_id', '=', id).limit(1).executeTakeFirst() !== undefined)
      if (touched.includes(true)) stay.set(pupil.class_id, (stay.get(pupil.class_id) ?? 0) + 1)
      else await eraseOne(all, viewer, id, now)
    }
  }
  return stay
}

/** Deletes the classes that were made, but for those with somebody or something in them. @returns those that stay */
async function unmake(all: Db, viewer: Viewer, made: readonly string[], now: Date): Promise<string[]> {
  const stay: string[] = []
  for (const id of made) {
    const used = await Promise.all((['pupil', 'assignment'] as const).map(table =>
      all.selectFrom(table).select('id').where('class_id', '=', id).limit(1).executeTakeFirst(),
    ))
    if (used.some(row => row !== undefined)) stay.push(id)
    else {
      await eraseClass(all, { id, school_id: viewer.schoolId }, now.toISOString())
      await audit(all, viewer, 'class.delete', id)
    }
  }
  return stay
}

/**
 * Goes back, as far as classes and pupils are concerned. In the transaction that took the change.
 * @returns what stays as it is, and why
 */
export async function goBack(all: Db, viewer: Viewer, { before, after, made, added }: WayBack, now: Date): Promise<KeptAtUndo[]> {
  const held = await holdClasses(all, viewer, [...after.map(({ id }) => id), ...made, ...Object.keys(added)])
  const colleagues = new Set(
    (await all.selectFrom('staff').select('id').where('school_id', '=', viewer.schoolId).execute()).map(({ id }) => id),
  )
  const kept: KeptAtUndo[] = []
  const stay = await takeOut(all, viewer, added, now)
  for (const id of await unmake(all, viewer, made.filter(one => held.has(one)), now)) kept.push({ why: 'in-use', name: held.get(id)?.name ?? '', count: 0 })
  for (const became of after) {
    const [is, was] = [held.get(became.id), before.find(({ id }) => id === became.id)]
    const hasChanged = is && was && await turnBack(all, viewer, was, became, is, colleagues)
    // Somebody may bring a deleted one back: then it is as it was too.
    if (!is || is.isDeleted) kept.push({ why: 'gone', name: became.name, count: 0 })
    else if (hasChanged) kept.push({ why: 'changed', name: is.name, count: 0 })
  }
  // As classes are called now that they have their old names again.
  const nameOf = new Map((await all.selectFrom('class').select(['id', 'name']).where('school_id', '=', viewer.schoolId).execute())
    .map(({ id, name }) => [id, name]))
  const pupils = [...stay].map(([id, count]): KeptAtUndo => ({ why: 'pupils', name: nameOf.get(id) ?? '', count }))
  return [...pupils, ...kept, ...await namesakes(all, viewer, after.map(({ id }) => id))]
}

/** Classes that have an old name again, which another was given since. @returns one for each such name */
async function namesakes(all: Db, viewer: Viewer, turned: readonly string[]): Promise<KeptAtUndo[]> {
  const rows = await classesOf(all, { ...viewer, role: 'admin' }).select(['class.id', 'class.name']).where('archived_at', 'is', null).execute()
  const alike = [...Map.groupBy(rows, ({ name }) => keyOf(name)).values()].filter(same => same.length > 1)
  return alike.flatMap((same) => {
    const own = same.find(({ id }) => turned.includes(id))
    return own ? [{ why: 'same-name' as const, name: own.name, count: same.length }] : []
  })
}

/** Milliseconds that a way back is kept beyond its day: a clock may be five days ahead unnoticed until it is set right (clock.ts). */
const KEPT_BEYOND = 6 * 24 * 60 * 60_000

/** What can no longer be undone needs no way back; nor what a clock that stood ahead would have kept. By a clock that is believed. */
export async function forgetChanges(db: Db, now: Date): Promise<void> {
  const at = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString()
  await db
    .deleteFrom('roster_change')
    .where(({ eb, or }) => or([eb('until', '<', at(-KEPT_BEYOND)), eb('until', '>', at(UNDO_FOR + KEPT_BEYOND))]))
    .execute()
}
