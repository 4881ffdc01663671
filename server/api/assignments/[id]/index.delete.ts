/** `DELETE /api/assignments/<id>`: removes it, with what pupils did in it. It can come back for a day. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { withdraw } from '../../../assignments/assignments.ts'
import { withReserve } from '../../../platform/database/reserve.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event)
  const id = getRouterParam(event, 'id') ?? ''
  await withReserve(db, () => withdraw(db, staff, id))
  setResponseStatus(event, 204)
})
