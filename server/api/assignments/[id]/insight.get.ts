/**
 * `GET /api/assignments/<id>/insight`: what may be said of what the class made of a lesson, in words. What it answers was kept
 * before it is seen.
 */
import { defineEventHandler, getRouterParam } from 'h3'
import type { LessonInsight } from '#shared/api/insight'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { requireAssignedLesson } from '../../../content/app/assigned-lesson.ts'
import { requestedLocale } from '../../../edge/request/locale-in.ts'
import { ensureAssignment } from '../../../assignments/assignments.ts'
import { isClosedForGood } from '../../../assignments/closing.ts'
import { RULES } from '../../../insight/statements.ts'
import { insightOf } from '../../../insight/insight.ts'
import { lookWhileOpen } from '../../../insight/looks.ts'
import { shownOf } from '../../../insight/shown.ts'

export default defineEventHandler(async (event): Promise<LessonInsight> => {
  const { staff, db } = await requireStaff(event)
  const assignment = await ensureAssignment(db, staff, getRouterParam(event, 'id') ?? '')
  const { lesson } = await requireAssignedLesson(assignment, requestedLocale(event))
  const { lesson: counted } = await requireAssignedLesson(assignment)
  if (!isClosedForGood(assignment)) await lookWhileOpen(db, assignment, lesson)
  const shown = await shownOf(db, [assignment.id])
  return {
    lessonId: lesson.id,
    title: lesson.title,
    classId: assignment.class_id,
    isClosed: assignment.closed_at !== null,
    least: RULES.least,
    step: RULES.step,
    insight: insightOf(lesson, shown.get(assignment.id) ?? [], counted),
  }
})
