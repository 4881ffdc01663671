/** What a pupil has to do, as their own page shows it. */
import type { MyAssignment } from '#shared/api/my'
import { readPart } from '#shared/lesson/part'
import type { Pupil } from '../classes/pupil-session.ts'
import { today } from './assignments.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { isOwn } from './whose.ts'
import { finishedElsewhere, sameWork } from './work-of-movers.ts'

/**
 * @returns the assignments of the pupil's class and of their groups in it, the soonest first; what opens later is there with its
 * day, and after them what they finished in another class before
 */
export async function myAssignments(db: Db, pupil: Pupil, now = new Date()): Promise<MyAssignment[]> {
  const day = today(now)
  const rows = await db
    .selectFrom('assignment')
    .leftJoin('attempt', join => join.onRef('attempt.assignment_id', '=', 'assignment.id').on('attempt.pupil_id', '=', pupil.id))
    .leftJoin('excuse', join => join.onRef('excuse.assignment_id', '=', 'assignment.id').on('excuse.pupil_id', '=', pupil.id))
    .leftJoin('catch_up', join =>
      join.onRef('catch_up.assignment_id', '=', 'assignment.id').on('catch_up.pupil_id', '=', pupil.id).on('ends_on', '>=', day))
    .select(['assignment.id', 'lesson_id', 'kind', 'part', 'opens_on', 'due_on', 'closed_at', 'attempt.status', 'second_go'])
    .select(['excuse.pupil_id as excused', 'catch_up.pupil_id as behind'])
    .where('assignment.class_id', '=', pupil.classId)
    .where('assignment.school_id', '=', pupil.schoolId)
    .where(isOwn(pupil.id))
    .orderBy('opens_on')
    .orderBy('place')
    .execute()
  const elsewhere = await finishedElsewhere(db, { pupilId: pupil.id })
  const listed = (row: (typeof elsewhere)[number] | (typeof rows)[number], state: MyAssignment['state']): MyAssignment => ({
    id: row.id,
    lessonId: row.lesson_id,
    kind: row.kind,
    part: readPart(row.part),
    opensOn: row.opens_on,
    dueOn: row.due_on !== null && row.due_on >= day ? row.due_on : null,
    state,
    isSecondGo: 'second_go' in row && (row.second_go ?? 0) > 0 && isOpen(row, day),
  })
  return [
    ...rows.map(row => listed(row, elsewhere.some(sameWork(row)) ? 'finished' : stateOf(row, day))),
    ...elsewhere.filter(work => !rows.some(sameWork(work))).map(work => listed(work, 'finished')),
  ]
}

type Rowed = Pick<Row<'assignment'>, 'closed_at' | 'opens_on'> & {
  readonly status: 'started' | 'finished' | null
  readonly second_go: number | null
  readonly excused: string | null
  /** Set where they catch up. */
  readonly behind: string | null
}

const isOpen = ({ closed_at: closed, opens_on: opensOn, behind }: Rowed, day: string) =>
  opensOn <= day && (closed === null || behind !== null)

function stateOf(row: Rowed, day: string): MyAssignment['state'] {
  if (row.second_go !== null && row.second_go > 0 && isOpen(row, day)) return row.second_go === 1 ? 'open' : 'started'
  if (row.status === 'finished') return 'finished'
  if (row.excused !== null) return 'excused'
  if (row.closed_at !== null && row.behind === null) return 'closed'
  if (row.opens_on > day) return 'later'
  return row.status ?? 'open'
}
