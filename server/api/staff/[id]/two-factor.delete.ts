/** Takes the second step of sign-in, and passkeys, from a colleague who has lost them. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../auth/require-staff.ts'
import { resetTwoFactor } from '../../../database/staff.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  await resetTwoFactor(db, staff, getRouterParam(event, 'id') ?? '')
  return { done: true }
})
