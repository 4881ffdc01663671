/** The board of a course: who has not started, is in the lesson, or has finished, and where each grade is. No names, and no totals. */
import type { LtiBoard, LtiCell } from '#shared/api/lti'
import type { Db } from '../platform/database/client.ts'

/** What a lesson is called, is the library's. */
type BoardWithoutTitles = Omit<LtiBoard, 'lessons'> & { readonly lessons: readonly Omit<LtiBoard['lessons'][number], 'title'>[] }

export async function courseBoard(db: Db, classId: string): Promise<BoardWithoutTitles> {
  const [course, links, pupils, attempts, scores] = await Promise.all([
    db.selectFrom('class').innerJoin('lti_context', 'class_id', 'class.id').select(['class.name', 'members_url'])
      .where('class.id', '=', classId).executeTakeFirstOrThrow(),
    db.selectFrom('lti_link').innerJoin('assignment', 'assignment.id', 'lti_link.assignment_id')
      .select(['lti_link.id', 'assignment.id as assignmentId', 'lesson_id', 'line_item', 'closed_at']).where('lti_link.class_id', '=', classId)
      .orderBy('place').execute(),
    db.selectFrom('pupil').select(['id', 'created_at']).where('class_id', '=', classId).orderBy('created_at').orderBy('id').execute(),
    db.selectFrom('attempt').innerJoin('assignment', 'assignment.id', 'attempt.assignment_id')
      .select(['pupil_id', 'assignment_id', 'status']).where('assignment.class_id', '=', classId).execute(),
    db.selectFrom('lti_score').innerJoin('lti_link', 'lti_link.id', 'lti_score.link_id')
      .select(['lti_score.link_id', 'lti_score.pupil_id', 'lti_score.state']).where('class_id', '=', classId).execute(),
  ])
  const attemptOf = new Map(attempts.map(row => [`${row.assignment_id} ${row.pupil_id}`, row.status]))
  const scoreOf = new Map(scores.map(row => [`${row.link_id} ${row.pupil_id}`, row.state]))
  return {
    course: course.name,
    canAskNames: course.members_url !== null,
    lessons: links.map(({ id, lesson_id: lessonId, line_item: lineItem, closed_at: closedAt }) => ({
      id,
      lessonId,
      isGraded: lineItem !== null,
      isClosed: closedAt !== null,
    })),
    pupils: pupils.map(({ id }) => ({
      id,
      cells: links.map((link): LtiCell => ({
        progress: attemptOf.get(`${link.assignmentId} ${id}`) ?? 'not-started',
        grade: scoreOf.get(`${link.id} ${id}`) ?? null,
      })),
    })),
    waiting: scores.filter(({ state }) => state === 'waiting').length,
    refused: scores.filter(({ state }) => state === 'refused').length,
  }
}
