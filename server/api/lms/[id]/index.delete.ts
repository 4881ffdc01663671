/** `DELETE /api/lms/<id>`: forgets an LMS that is disconnected and has no courses here. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { removePlatform } from '../../../lti/platforms.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event, 'admin')
  await removePlatform(db, staff, getRouterParam(event, 'id') ?? '')
  setResponseStatus(event, 204)
})
