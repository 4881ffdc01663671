/**
 * A class is deleted in two steps, so that a wrong press can be undone for a day: at once nobody sees it or comes in, and a day later
 * it is erased with its pupils and all they have done.
 */
import type { ClassToBeErased, DeletedClass } from '#shared/api/classes'
import { byName } from '#shared/people/by-name'
import { Refusal } from '../platform/refusal.ts'
import { classesOf, deletedClassesOf } from '../accounts/staff/class-access.ts'
import { change, isGuest, lockClass, type Viewer } from './classes.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'

/** Milliseconds in which it can be undone. */
const UNDO = 24 * 60 * 60_000

const goesAt = (deletedAt: string) => new Date(Date.parse(deletedAt) + UNDO).toISOString()

/**
 * Takes a class away from everybody. Its pupils' sessions open nothing while it is gone. Not for guests: it would take the class from
 * the colleague who made it.
 */
export function deleteClass(db: Db, viewer: Viewer, classId: string, now = new Date()): Promise<DeletedClass> {
  return db.transaction().execute(async (all) => {
    if (isGuest(viewer, await lockClass(all, viewer, classId))) throw new Refusal('forbidden', 'class-guest')
    await change(all, viewer, classId, 'class.delete', { deleted_at: now.toISOString() })
    return { goesAt: goesAt(now.toISOString()) }
  })
}

/** Brings a deleted class back as it was. @throws `not-found` where it is erased by now, or was not theirs to delete */
export function undeleteClass(db: Db, viewer: Viewer, classId: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    // Held before it is looked at: at this moment it may be erased.
    await all.updateTable('class').set(({ ref }) => ({ name: ref('name') })).where('id', '=', classId)
      .where('school_id', '=', viewer.schoolId).execute()
    const found = await deletedClassesOf(all, viewer).selectAll('class').where('class.id', '=', classId).executeTakeFirst()
    if (!found || isGuest(viewer, found)) {
      // Pressed twice, or by two colleagues: it is back already.
      if (await classesOf(all, viewer).select('class.id').where('class.id', '=', classId).executeTakeFirst()) return
      throw new Refusal('not-found', 'no-class')
    }
    await change(all, viewer, classId, 'class.undelete', { deleted_at: null })
  })
}

/** @returns classes that whoever asks can still bring back */
export async function deletedClasses(db: Db, viewer: Viewer): Promise<ClassToBeErased[]> {
  const found = await deletedClassesOf(db, viewer).select(['class.id', 'class.name', 'class.made_by', 'class.deleted_at']).execute()
  return found
    .filter(row => !isGuest(viewer, row))
    .map(({ id, name, deleted_at: at }) => ({ id, name, goesAt: goesAt(at ?? '') }))
    .sort(byName)
}

/**
 * Erases a class with its pupils and all they have done; what is left are the ids, so that a restored backup is cleared of it too.
 * In a transaction that holds the class: nobody is moved in or out meanwhile.
 */
export async function eraseClass(
  db: Db,
  { id, school_id: schoolId }: Pick<Row<'class'>, 'id' | 'school_id'>,
  at: string,
  cause: Row<'erasure'>['cause'] = 'asked',
): Promise<void> {
  const pupils = await db.selectFrom('pupil').select('id').where('class_id', '=', id).execute()
  const erased = [{ subject_id: id, kind: 'class' as const }, ...pupils.map(pupil => ({ subject_id: pupil.id, kind: 'pupil' as const }))]
  await db
    .insertInto('erasure')
    .values(erased.map(row => ({ ...row, school_id: schoolId, at, cause })))
    .execute()
  await db.deleteFrom('deletion').where('kind', '=', 'class').where('subject_id', '=', id).execute()
  // First what pupils at work hold, in the order in which they do: else each could wait for the other.
  await db
    .deleteFrom('attempt')
    .where(({ eb, or }) =>
      or([
        eb('pupil_id', 'in', db.selectFrom('pupil').select('pupil.id').where('class_id', '=', id)),
        eb('assignment_id', 'in', db.selectFrom('assignment').select('assignment.id').where('class_id', '=', id)),
      ]),
    )
    .execute()
  await db.deleteFrom('class').where('id', '=', id).where('school_id', '=', schoolId).execute()
}

/** Erases what was deleted more than a day ago. @returns how many classes */
export async function eraseDeleted(db: Db, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - UNDO).toISOString()
  const due = await db.selectFrom('class').select(['id', 'school_id']).where('deleted_at', '<=', before).execute()
  let erased = 0
  for (const one of due) {
    erased += await db.transaction().execute(async (all) => {
      // Held, as by whoever brings it back at this moment; then there is nothing to erase.
      const { numUpdatedRows } = await all.updateTable('class').set({ open_until: null })
        .where('id', '=', one.id).where('deleted_at', '<=', before).executeTakeFirst()
      if (Number(numUpdatedRows) === 0) return 0
      await eraseClass(all, one, now.toISOString())
      return 1
    })
  }
  return erased
}
