/** Removes a colleague. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../auth/require-staff.ts'
import { withReserve } from '../../../database/reserve.ts'
import { removeStaff } from '../../../database/staff.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  await withReserve(db, () => removeStaff(db, staff, getRouterParam(event, 'id') ?? ''))
  return { done: true }
})
