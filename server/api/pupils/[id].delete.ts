/** `DELETE /api/pupils/<id>`: erases a pupil for good. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { ErasedPupil } from '#shared/api/classes'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { erasePupil } from '../../classes/pupils.ts'
import { withReserve } from '../../platform/database/reserve.ts'

export default defineEventHandler(async (event): Promise<ErasedPupil> => {
  const { staff, db } = await requireStaff(event)
  await withReserve(db, () => erasePupil(db, staff, getRouterParam(event, 'id') ?? ''))
  return { erased: true }
})
