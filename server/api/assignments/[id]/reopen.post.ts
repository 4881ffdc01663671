/** `POST /api/assignments/<id>/reopen`: undoes closing, while what is deleted then is still there. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { reopenAssignment } from '../../../assignments/closing.ts'
import { audit } from '../../../platform/security/audit.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event)
  const id = getRouterParam(event, 'id') ?? ''
  await reopenAssignment(db, staff, id)
  await audit(db, staff, 'assignment.reopen', id)
  setResponseStatus(event, 204)
})
