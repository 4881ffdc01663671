/** Everything that is kept about a class or one of its pupils, to hand over when somebody asks (UK GDPR, article 15). Secrets are left out: their hashes say nothing about anybody. */
import { createError } from 'h3'
import type { Staff } from '../auth/require-staff.ts'
import { ensureClass } from './class-access.ts'
import type { Db } from './client.ts'

/** @param pupilId only this pupil's, or everybody's where it is left out */
export async function dataOf(db: Db, staff: Staff, classId: string, pupilId?: string) {
  const { id, name, created_at: createdAt, year_ends: yearEnds, archived_at: archivedAt } = await ensureClass(db, staff, classId)
  const pupils = await db.selectFrom('pupil').select(['id', 'name', 'created_at']).where('class_id', '=', classId)
    .$if(pupilId !== undefined, query => query.where('id', '=', pupilId ?? '')).orderBy('name').execute()
  if (pupilId !== undefined && pupils.length === 0) throw createError({ statusCode: 404, statusMessage: 'There is no such pupil in this class.' })
  const assignments = await db.selectFrom('assignment').select(['id', 'lesson_id', 'kind', 'opens_on', 'due_on', 'closed_at']).where('class_id', '=', classId).orderBy('place').execute()
  // By pupil, not by class: what they did in a class they were in before is theirs too.
  const attempts = await db.selectFrom('attempt').innerJoin('assignment', 'assignment.id', 'attempt.assignment_id').innerJoin('pupil', 'pupil.id', 'pupil_id')
    .select(['pupil_id', 'assignment_id', 'lesson_id', 'kind', 'status', 'points', 'max', 'lesson_version', 'state']).where('pupil.class_id', '=', classId).execute()
  const excuses = await db.selectFrom('excuse').innerJoin('pupil', 'pupil.id', 'pupil_id').select(['pupil_id', 'assignment_id']).where('pupil.class_id', '=', classId).execute()
  return {
    class: { id, name, createdAt, yearEnds, archivedAt },
    assignments,
    pupils: pupils.map(pupil => ({
      ...pupil,
      attempts: attempts.filter(({ pupil_id: whose }) => whose === pupil.id).map(({ pupil_id: _, ...attempt }) => attempt),
      excusedFrom: excuses.filter(({ pupil_id: whose }) => whose === pupil.id).map(({ assignment_id: assignment }) => assignment),
    })),
    ...(pupilId === undefined ? { countedWithoutPupils: await db.selectFrom('tally').innerJoin('assignment', 'assignment.id', 'tally.assignment_id').select(['assignment_id', 'form', 'item_id', 'option_id', 'sure', 'count']).where('assignment.class_id', '=', classId).where('assignment.closed_at', 'is not', null).execute() } : {}),
  }
}
