/** What a pupil has to do, as their own page shows it. */
import type { MyAssignment } from '#shared/api/my'
import type { Pupil } from '../classes/pupil-session.ts'
import { today } from './assignments.ts'
import type { Db } from '../platform/database/client.ts'
import { finishedElsewhere, sameWork } from './work-of-movers.ts'

/**
 * @returns the assignments of the pupil's class, the soonest first; what opens later is there with its day, and after them what
 * they finished in another class before
 */
export async function myAssignments(db: Db, pupil: Pupil, now = new Date()): Promise<MyAssignment[]> {
  const rows = await db
    .selectFrom('assignment')
    .leftJoin('attempt', join => join.onRef('attempt.assignment_id', '=', 'assignment.id').on('attempt.pupil_id', '=', pupil.id))
    .leftJoin('excuse', join => join.onRef('excuse.assignment_id', '=', 'assignment.id').on('excuse.pupil_id', '=', pupil.id))
    .select(['assignment.id', 'lesson_id', 'kind', 'opens_on', 'due_on', 'closed_at', 'attempt.status', 'excuse.pupil_id as excused'])
    .where('assignment.class_id', '=', pupil.classId)
    .where('assignment.school_id', '=', pupil.schoolId)
    .orderBy('opens_on')
    .orderBy('place')
    .execute()
  const day = today(now)
  const elsewhere = await finishedElsewhere(db, { pupilId: pupil.id })
  const listed = (row: (typeof elsewhere)[number] | (typeof rows)[number], state: MyAssignment['state']): MyAssignment => ({
    id: row.id,
    lessonId: row.lesson_id,
    kind: row.kind,
    opensOn: row.opens_on,
    dueOn: row.due_on !== null && row.due_on >= day ? row.due_on : null,
    state,
  })
  return [
    ...rows.map(row => listed(row, elsewhere.some(sameWork(row)) ? 'finished' : stateOf(row, day))),
    ...elsewhere.filter(work => !rows.some(sameWork(work))).map(work => listed(work, 'finished')),
  ]
}

function stateOf(
  row: { status: 'started' | 'finished' | null, excused: string | null, closed_at: string | null, opens_on: string },
  day: string,
): MyAssignment['state'] {
  if (row.status === 'finished') return 'finished'
  if (row.excused !== null) return 'excused'
  if (row.closed_at !== null) return 'closed'
  if (row.opens_on > day) return 'later'
  return row.status ?? 'open'
}
