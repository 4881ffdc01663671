/** Removes a colleague. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { Done } from '#shared/api/fields'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { withReserve } from '../../../platform/database/reserve.ts'
import { removeStaff } from '../../../accounts/staff/staff.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event, 'admin')
  await withReserve(db, () => removeStaff(db, staff, getRouterParam(event, 'id') ?? ''))
  return { done: true }
})
