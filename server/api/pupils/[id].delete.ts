/** `DELETE /api/pupils/<id>`: erases a pupil for good. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../auth/require-staff.ts'
import { erasePupil } from '../../database/pupils.ts'
import { withReserve } from '../../database/reserve.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await withReserve(db, () => erasePupil(db, staff, getRouterParam(event, 'id') ?? ''))
  return { erased: true }
})
