/** The board of a course: who has not started, is in the lesson, or has finished, and where each grade is. No names, and no totals. */
import type { LtiBoard, LtiCell } from '#shared/api/lti'
import type { CourseViewer } from '../accounts/staff/class-access.ts'
import { boardOf } from '../assignments/board.ts'
import type { Db } from '../platform/database/client.ts'

/** What a lesson is called, is the library's. */
type BoardWithoutTitles = Omit<LtiBoard, 'lessons'> & { readonly lessons: readonly Omit<LtiBoard['lessons'][number], 'title'>[] }

export async function courseBoard(db: Db, viewer: CourseViewer, now = new Date()): Promise<BoardWithoutTitles> {
  const classId = viewer.courseId
  const board = await boardOf(db, viewer, classId, false, now)
  const [{ members_url: membersUrl }, links, order, scores] = await Promise.all([
    db.selectFrom('lti_context').select('members_url').where('class_id', '=', classId).executeTakeFirstOrThrow(),
    db.selectFrom('lti_link').select(['id', 'assignment_id', 'line_item']).where('class_id', '=', classId).execute(),
    db.selectFrom('pupil').select('id').where('class_id', '=', classId).orderBy('id').execute(),
    db.selectFrom('lti_score').innerJoin('lti_link', 'lti_link.id', 'lti_score.link_id')
      .select(['lti_score.link_id', 'lti_score.pupil_id', 'lti_score.state']).where('class_id', '=', classId).execute(),
  ])
  const linkOf = new Map(links.map(link => [link.assignment_id, link]))
  const scoreOf = new Map(scores.map(row => [`${row.link_id} ${row.pupil_id}`, row.state]))
  const cellsOf = new Map(board.pupils.map(({ id, cells }) => [id, cells]))
  const byPlace = board.assignments.map(({ id }) => linkOf.get(id))
  return {
    course: board.className,
    canAskNames: membersUrl !== null,
    lessons: board.assignments.map(({ id, lessonId, kind, part, dueOn, isClosed, undoUntil }, index) => ({
      id, lessonId, kind, part, dueOn, isClosed, undoUntil,
      isHere: byPlace[index] !== undefined,
      isGraded: byPlace[index]?.line_item != null,
    })),
    pupils: order.map(({ id }) => ({
      id,
      cells: (cellsOf.get(id) ?? []).map(({ progress, isCatchingUp, hasSecondGo }, index): LtiCell => ({
        progress, isCatchingUp, hasSecondGo, grade: scoreOf.get(`${byPlace[index]?.id ?? ''} ${id}`) ?? null,
      })),
    })),
    waiting: scores.filter(({ state }) => state === 'waiting').length,
    refused: scores.filter(({ state }) => state === 'refused').length,
  }
}
