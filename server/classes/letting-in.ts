/** What a teacher does and sees while pupils come in: lets them in whom wrong tries hold up, and how many are in. */
import type { Door, LetIn, LetPupilIn, TroubledClass } from '#shared/api/classes'
import { byName } from '#shared/people/by-name'
import { classesOf, ensureClass } from '../accounts/staff/class-access.ts'
import { activeClass, change, isOpenAt, openWithin, type Viewer } from './classes.ts'
import { forgiveClass, pictureTries, sharedTries, troubleOfClasses } from './join-tries.ts'
import { seenPupil } from './pupils.ts'
import { audit } from '../platform/security/audit.ts'
import { forgive } from '../platform/security/rate-limit.ts'
import { IDLE, LONGEST } from './pupil-session-rows.ts'
import type { Db } from '../platform/database/client.ts'

/** Minutes for which a teacher's press lets in whoever would have to wait. */
export const LET_IN_MINUTES = 15

const letInFrom = (now: Date) => new Date(now.getTime() + LET_IN_MINUTES * 60_000).toISOString()

/**
 * Lets a class in that wrong tries hold up: its code opens it from anywhere, wrong tries at its pupils' pictures are forgiven,
 * and from where the teacher is they come back quickly.
 * @param from keyed hash of the address that the teacher is at
 */
export function letClassIn(db: Db, viewer: Viewer, classId: string, from: string, now = new Date()): Promise<LetIn> {
  return db.transaction().execute(async (all) => {
    await activeClass(all, viewer, classId)
    const letInUntil = letInFrom(now)
    await change(all, viewer, classId, 'class.let-in', { let_in_until: letInUntil, let_in_from: from })
    await forgiveClass(all, classId)
    return { letInUntil }
  })
}

/**
 * Lets one pupil in, and no other: wrong tries at their pictures are forgiven, and from where the teacher is they come back quickly.
 * A class that is shut opens for as long, or the press would help nobody.
 * @param from keyed hash of the address that the teacher is at
 */
export function letPupilIn(db: Db, viewer: Viewer, pupilId: string, from: string, now = new Date()): Promise<LetPupilIn> {
  return db.transaction().execute(async (all) => {
    const { class_id: classId } = await seenPupil(all, viewer, pupilId)
    const found = await ensureClass(all, viewer, classId)
    const letInUntil = letInFrom(now)
    const opened = isOpenAt(now, found)
      ? { openUntil: found.open_until, hasNewCode: false }
      : await openWithin(all, viewer, classId, LET_IN_MINUTES, from, now)
    await all.updateTable('pupil').set({ let_in_until: letInUntil, let_in_from: from })
      .where('id', '=', pupilId).where('school_id', '=', viewer.schoolId).execute()
    await forgive(all, ...sharedTries(pupilId), pictureTries(pupilId).letIn)
    await audit(all, viewer, 'pupil.let-in', pupilId)
    return { letInUntil, ...opened }
  })
}

/** @returns what stands on the door: the code, and how many are in while it is open; never who */
export async function doorOf(db: Db, viewer: Viewer, classId: string, now = new Date()): Promise<Omit<Door, 'cover'>> {
  const found = await ensureClass(db, viewer, classId)
  const count = async (query: { executeTakeFirstOrThrow(): Promise<{ count: number | string | bigint }> }) =>
    Number((await query.executeTakeFirstOrThrow()).count)
  const pupils = await count(
    db.selectFrom('pupil').select(({ fn }) => fn.countAll<number>().as('count')).where('class_id', '=', classId),
  )
  const isOpen = isOpenAt(now, found)
  const at = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()
  return {
    name: found.name,
    code: found.code,
    isArchived: found.archived_at !== null,
    openUntil: isOpen ? found.open_until : null,
    pupils,
    // At other times nobody is told that somebody is here.
    inside: isOpen
      ? await count(
          db
            .selectFrom('pupil_session')
            .innerJoin('pupil', 'pupil.id', 'pupil_session.pupil_id')
            .select(({ fn }) => fn.count<number>('pupil_session.pupil_id').distinct().as('count'))
            .where('pupil.class_id', '=', classId)
            .where('ended', 'is', null)
            .where('used_at', '>', at(IDLE))
            .where(({ eb, or }) => or([eb('began_at', 'is', null), eb('began_at', '>', at(LONGEST))])),
        )
      : null,
  }
}

/** @returns the classes of somebody's own in which somebody has trouble to come in, by name */
export async function troubledClasses(db: Db, viewer: Viewer, now = new Date()): Promise<TroubledClass[]> {
  const classes = await classesOf(db, viewer)
    .innerJoin('class_staff', join => join.onRef('class_staff.class_id', '=', 'class.id').on('class_staff.staff_id', '=', viewer.id))
    .select(['class.id', 'class.name'])
    .where('class.archived_at', 'is', null)
    .execute()
  if (classes.length === 0) return []
  const pupils = await db.selectFrom('pupil').select(['id', 'name', 'class_id'])
    .where('class_id', 'in', classes.map(({ id }) => id)).execute()
  const troubles = await troubleOfClasses(
    db,
    classes.map(({ id }) => ({ id, pupils: pupils.filter(({ class_id: of }) => of === id).sort(byName) })),
    now.getTime(),
  )
  return classes
    .map((one, index) => ({ ...one, trouble: troubles[index] ?? { tried: [], isHeldUp: false } }))
    .filter(({ trouble }) => trouble.isHeldUp || trouble.tried.length > 0)
    .sort(byName)
}
