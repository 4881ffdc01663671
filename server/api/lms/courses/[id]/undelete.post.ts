/** `POST /api/lms/courses/<id>/undelete`: brings back a course that was deleted within a day. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { undeleteCourse } from '../../../../lti/overview.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event, 'admin')
  await undeleteCourse(db, staff, getRouterParam(event, 'id') ?? '')
  setResponseStatus(event, 204)
})
