/** `DELETE /api/lms/courses/<id>`: takes a course away with all that pupils did in it; undone for a day. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { deleteCourse } from '../../../../lti/overview.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event, 'admin')
  await deleteCourse(db, staff, getRouterParam(event, 'id') ?? '')
  setResponseStatus(event, 204)
})
