/** What becomes of a pupil's work when they move to another class (docs/privacy.md says it in words). */
import type { Assignment } from './assignments.ts'
import { isClosedForGood } from './closing.ts'
import type { Db } from '../platform/database/client.ts'
import { heardIn, heardText } from '../platform/database/event-marks.ts'
import type { Row } from '../platform/database/schema.ts'

type Work = Pick<Assignment, 'lesson_id' | 'kind' | 'part'>

/** @returns whether something is work at the same part of a lesson, or the same second look at it, whichever class gave it */
export const sameWork = (a: Work) => (b: Work) => a.lesson_id === b.lesson_id && a.kind === b.kind && a.part === b.part

/**
 * Work that is still open goes along to the same lesson of the new class, with what makes it count once. All other work stays
 * where it was done. In the transaction that moves the pupil.
 */
export async function takeWorkAlong(
  db: Db,
  { id: pupilId, class_id: from }: Pick<Row<'pupil'>, 'id' | 'class_id'>,
  to: string,
): Promise<void> {
  const assignments = await db.selectFrom('assignment').selectAll().where('class_id', 'in', [from, to])
    .where('removed_at', 'is', null).orderBy('place').execute()
  const worked = new Set(
    (await db.selectFrom('attempt').select('assignment_id').where('pupil_id', '=', pupilId).execute()).map(row => row.assignment_id),
  )
  for (const old of assignments.filter(({ class_id: of, closed_at: closed }) => of === from && closed === null)) {
    // In no group of the new class yet.
    const there = assignments.filter(({ class_id: of, group_id: group }) => of === to && group === null).find(sameWork(old))
    if (!there) continue
    await goAlong(db, 'excuse', pupilId, old, there)
    // They have been in that class before, and work at it there: both are kept.
    if (!worked.has(old.id)) continue
    if (worked.has(there.id)) {
      if (!isClosedForGood(there)) {
        await hearOf(db, pupilId, old.id, there.id)
        await goAlong(db, 'check_done', pupilId, old, there)
      }
      continue
    }
    worked.add(there.id)
    await db
      .updateTable('attempt')
      .set({ assignment_id: there.id })
      .where('assignment_id', '=', old.id)
      .where('pupil_id', '=', pupilId)
      .execute()
    if (!isClosedForGood(there)) await goAlong(db, 'check_done', pupilId, old, there)
    else await emptyOne(db, pupilId, there.id)
  }
}

/** Rows that say nothing but that something is so; where it is so there already, that is enough. */
async function goAlong(db: Db, table: 'excuse' | 'check_done', pupilId: string, old: Assignment, there: Assignment) {
  const rows = await db.deleteFrom(table).where('assignment_id', '=', old.id).where('pupil_id', '=', pupilId).returningAll().execute()
  for (const row of rows)
    await db
      .insertInto(table)
      .values({ ...row, assignment_id: there.id })
      .onConflict(conflict => conflict.doNothing())
      .execute()
}

/**
 * What a device sends again goes to the new class from now on (attempts.ts): what was taken in the old one does not count anew,
 * nor is anybody counted in both.
 */
async function hearOf(db: Db, pupilId: string, oldId: string, thereId: string) {
  const rows = await db
    .selectFrom('attempt')
    .select(['assignment_id', 'heard', 'has_entered'])
    .where('pupil_id', '=', pupilId)
    .where('assignment_id', 'in', [oldId, thereId])
    .execute()
  const heard = heardText(new Set(rows.flatMap(row => [...heardIn(row.heard)])))
  const hasEntered = Math.max(...rows.map(row => row.has_entered))
  await db
    .updateTable('attempt')
    .set({ heard, has_entered: hasEntered })
    .where('pupil_id', '=', pupilId)
    .where('assignment_id', '=', thereId)
    .execute()
}

/** As with all others there: totals stay, single answers go. */
async function emptyOne(db: Db, pupilId: string, assignmentId: string) {
  await db
    .updateTable('attempt')
    .set({ state: '', heard: '', second_go: 0 })
    .where('assignment_id', '=', assignmentId)
    .where('pupil_id', '=', pupilId)
    .execute()
}

/** @returns the finished work of some pupils that stayed with another class than the one they are in */
export function finishedElsewhere(db: Db, of: { readonly classId: string } | { readonly pupilId: string }) {
  return db
    .selectFrom('attempt')
    .innerJoin('assignment', 'assignment.id', 'attempt.assignment_id')
    .innerJoin('pupil', 'pupil.id', 'attempt.pupil_id')
    .select(['assignment.id', 'lesson_id', 'kind', 'part', 'opens_on', 'due_on', 'closed_at', 'attempt.pupil_id', 'status', 'points', 'max'])
    .where('status', '=', 'finished')
    .where('assignment.removed_at', 'is', null)
    .whereRef('assignment.class_id', '!=', 'pupil.class_id')
    .where('classId' in of ? 'pupil.class_id' : 'pupil.id', '=', 'classId' in of ? of.classId : of.pupilId)
    .orderBy('opens_on')
    .orderBy('assignment.id')
    .execute()
}
