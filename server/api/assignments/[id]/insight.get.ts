/** `GET /api/assignments/<id>/insight`: what the class made of a lesson, once it is closed and enough have answered. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../auth/require-staff.ts'
import { requireAssignedLesson } from '../../../content/assigned-lesson.ts'
import { ensureAssignment } from '../../../database/assignments.ts'
import { groupOf } from '../../../database/tallies.ts'
import { insightOf, LEAST_ANSWERS } from '../../../insight/insight.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const assignment = await ensureAssignment(db, staff, getRouterParam(event, 'id') ?? '')
  const { lesson } = await requireAssignedLesson(assignment)
  const group = await groupOf(db, staff, assignment.id)
  return {
    title: lesson.title,
    classId: assignment.class_id,
    isClosed: assignment.closed_at !== null,
    least: LEAST_ANSWERS,
    insight: group && { ...insightOf(lesson, group.tallies), classes: group.classes, answers: group.answers },
  }
})
