/** Who in a class has not started, is in the lesson, or has finished. Never the screen, the minutes, or when somebody was last here. */
import type { AssignmentOnBoard, Board, BoardCell } from '#shared/api/assignments'
import { readPart } from '#shared/lesson/part'
import { idsIn } from '#shared/lesson/questions'
import { byName } from '#shared/people/by-name'
import { assignmentsOf, removedSince, today, type Assignment } from './assignments.ts'
import { undoUntil } from './closing.ts'
import { ensureClass, type ClassViewer } from '../accounts/staff/class-access.ts'
import type { Db } from '../platform/database/client.ts'
import { isLetInAt } from '../classes/classes.ts'
import { finishedElsewhere, sameWork } from './work-of-movers.ts'
import { troubleOf } from '../classes/join-tries.ts'

/** What a lesson is called, and its sittings, are the library's. */
export type BoardWithoutTitles = Omit<Board, 'assignments' | 'removed'> & {
  readonly assignments: readonly Omit<AssignmentOnBoard, 'title' | 'sittings' | 'locale' | 'cover'>[]
  readonly removed: readonly Omit<Board['removed'][number], 'title'>[]
}

const DAY = 86_400_000

/** @param withScores quiz totals are left out of the answer unless they are asked for, so that a projected board cannot show them */
export async function boardOf(
  db: Db,
  staff: ClassViewer,
  classId: string,
  withScores: boolean,
  now = new Date(),
): Promise<BoardWithoutTitles> {
  const found = await ensureClass(db, staff, classId)
  const { name: className, archived_at: archivedAt } = found
  const assignments = await assignmentsOf(db, staff, classId)
  const day = today(now)
  const groupIds = [...new Set(assignments.flatMap(({ group_id: group }) => group ?? []))]
  const [pupils, attempts, excuses, catchingUp, elsewhere, groups, members, removed] = await Promise.all([
    db.selectFrom('pupil').select(['id', 'name']).where('class_id', '=', classId).execute(),
    db
      .selectFrom('attempt')
      .innerJoin('assignment', 'assignment.id', 'attempt.assignment_id')
      .select(['assignment_id', 'pupil_id', 'status', 'points', 'max', 'second_go'])
      .where('assignment.class_id', '=', classId)
      .execute(),
    db
      .selectFrom('excuse')
      .innerJoin('assignment', 'assignment.id', 'excuse.assignment_id')
      .select(['assignment_id', 'pupil_id'])
      .where('assignment.class_id', '=', classId)
      .execute(),
    db
      .selectFrom('catch_up')
      .innerJoin('assignment', 'assignment.id', 'catch_up.assignment_id')
      .select(['assignment_id', 'pupil_id'])
      .where('assignment.class_id', '=', classId)
      .where('ends_on', '>=', day)
      .execute(),
    finishedElsewhere(db, { classId }),
    groupIds.length === 0 ? [] : db.selectFrom('class_group').select(['id', 'name']).where('id', 'in', groupIds).execute(),
    groupIds.length === 0
      ? []
      : db.selectFrom('class_group_pupil').select(['group_id', 'pupil_id']).where('group_id', 'in', groupIds).execute(),
    removedSince(db, staff, classId, new Date(now.getTime() - DAY).toISOString()),
  ])
  const keyOf = (assignment: string, pupil: string) => `${assignment} ${pupil}`
  const attemptBy = new Map(attempts.map(attempt => [keyOf(attempt.assignment_id, attempt.pupil_id), attempt]))
  const inGroup = new Set(members.map(row => keyOf(row.group_id, row.pupil_id)))
  const excused = new Set(excuses.map(excuse => keyOf(excuse.assignment_id, excuse.pupil_id)))
  const behind = new Set(catchingUp.map(one => keyOf(one.assignment_id, one.pupil_id)))
  const workElsewhere = (pupil: string, assignment: Assignment) =>
    elsewhere.filter(work => work.pupil_id === pupil).find(sameWork(assignment))
  return {
    className,
    isArchived: archivedAt !== null,
    trouble: await troubleOf(db, classId, pupils, now.getTime()),
    letInUntil: isLetInAt(now, found) ? found.let_in_until : null,
    assignments: assignments.map(assignment => ({
      id: assignment.id,
      lessonId: assignment.lesson_id,
      kind: assignment.kind,
      part: readPart(assignment.part),
      isSameOrder: assignment.order_seed !== null,
      leftOut: idsIn(assignment.left_out),
      putIn: idsIn(assignment.put_in),
      group: groups.find(({ id }) => id === assignment.group_id) ?? null,
      opensOn: assignment.opens_on,
      hasOpened: assignment.opens_on <= day,
      dueOn: assignment.due_on,
      isClosed: assignment.closed_at !== null,
      undoUntil: undoUntil(assignment),
    })),
    removed: removed.map(({ id, lesson_id: lessonId, kind, part }) => ({ id, lessonId, kind, part: readPart(part) })),
    pupils: pupils.sort(byName).map(({ id, name }) => ({
      id,
      name,
      cells: assignments.map((assignment): BoardCell => {
        const key = keyOf(assignment.id, id)
        if (assignment.group_id !== null && !inGroup.has(keyOf(assignment.group_id, id)))
          return { progress: 'not-theirs', points: null, max: null, isCatchingUp: false, hasSecondGo: false }
        const here = attemptBy.get(key)
        // What a pupil finished in the class before this one is finished.
        const attempt = here?.status === 'finished' ? here : (workElsewhere(id, assignment) ?? here)
        const progress = attempt?.status === 'finished' ? 'finished' : excused.has(key) ? 'excused' : attempt ? 'started' : 'not-started'
        // Who catches up is at it: their total is told when that is over, as everybody's is.
        const isTold = withScores && attempt !== undefined && !behind.has(key)
          && ('closed_at' in attempt ? attempt.closed_at : assignment.closed_at) !== null
        return {
          progress,
          isCatchingUp: behind.has(key),
          hasSecondGo: (here?.second_go ?? 0) > 0,
          points: isTold ? attempt.points : null,
          max: isTold ? attempt.max : null,
        }
      }),
    })),
  }
}
