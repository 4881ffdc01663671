/** `POST /api/assignments/<id>/close`: nothing more is taken, single answers go, and the class's counts can be looked at. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { assignedLesson } from '../../../content/app/assigned-lesson.ts'
import { appLibrary } from '../../../content/app/app-library.ts'
import { ensureAssignment } from '../../../assignments/assignments.ts'
import { withReserve } from '../../../platform/database/reserve.ts'
import { closeAssignment } from '../../../assignments/check-counts.ts'
import { audit } from '../../../platform/security/audit.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event)
  const assignment = await ensureAssignment(db, staff, getRouterParam(event, 'id') ?? '')
  const lesson = assignedLesson(await appLibrary(), assignment)
  await withReserve(db, () => closeAssignment(db, staff, assignment.id, lesson))
  await withReserve(db, () => audit(db, staff, 'assignment.close', assignment.id))
  setResponseStatus(event, 204)
})
