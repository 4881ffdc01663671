/** `POST /api/assignments`: gives a class lessons to do. */
import { defineEventHandler, setResponseStatus } from 'h3'
import { type MadeAssignments, newAssignmentsBody } from '#shared/api/assignments'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { ensureChosenLessons } from '../../content/app/assigned-lesson.ts'
import { assign } from '../../assignments/assignments.ts'
import { audit } from '../../platform/security/audit.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<MadeAssignments> => {
  const { staff, db } = await requireStaff(event)
  const wanted = await readInput(event, newAssignmentsBody)
  await ensureChosenLessons(wanted.lessonIds)
  const made = await assign(db, staff, wanted)
  if (made > 0) await audit(db, staff, 'assignment.make', wanted.classId)
  setResponseStatus(event, made > 0 ? 201 : 200)
  return { made }
})
