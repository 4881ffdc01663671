/** `DELETE /api/classes/<id>`: takes a class away from everybody; a day later it is erased. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { DeletedClass } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { deleteClass } from '../../../classes/class-deletion.ts'
import { withReserve } from '../../../platform/database/reserve.ts'

export default defineEventHandler(async (event): Promise<DeletedClass> => {
  const { staff, db } = await requireStaff(event)
  return withReserve(db, () => deleteClass(db, staff, getRouterParam(event, 'id') ?? ''))
})
