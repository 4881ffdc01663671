/** Removes a colleague. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../auth/require-staff.ts'
import { removeStaff } from '../../../database/staff.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  await removeStaff(db, staff, getRouterParam(event, 'id') ?? '')
  return { done: true }
})
