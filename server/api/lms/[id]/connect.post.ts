/** `POST /api/lms/<id>/connect` */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { connect } from '../../../lti/platforms.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event, 'admin')
  await connect(db, staff, getRouterParam(event, 'id') ?? '')
  setResponseStatus(event, 204)
})
