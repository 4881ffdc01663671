/** `POST /api/assignments/<id>/restore`: brings back what was removed, as it was. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { bringBack } from '../../../assignments/assignments.ts'
import { audit } from '../../../platform/security/audit.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event)
  const id = getRouterParam(event, 'id') ?? ''
  await bringBack(db, staff, id)
  await audit(db, staff, 'assignment.restore', id)
  setResponseStatus(event, 204)
})
