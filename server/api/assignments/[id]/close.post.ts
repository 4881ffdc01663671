/** `POST /api/assignments/<id>/close`: nothing more is taken. A day later single answers go; until then it can be undone (`reopen`). */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { withReserve } from '../../../platform/database/reserve.ts'
import { closeAssignment } from '../../../assignments/closing.ts'
import { audit } from '../../../platform/security/audit.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event)
  const id = getRouterParam(event, 'id') ?? ''
  await withReserve(db, () => closeAssignment(db, staff, id))
  await withReserve(db, () => audit(db, staff, 'assignment.close', id))
  setResponseStatus(event, 204)
})
