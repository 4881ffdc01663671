/** `POST /api/lms/<id>/disconnect` */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { disconnect } from '../../../lti/platforms.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event, 'admin')
  await disconnect(db, staff, getRouterParam(event, 'id') ?? '')
  setResponseStatus(event, 204)
})
