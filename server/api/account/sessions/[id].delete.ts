/** Ends one of one's own sessions. */
import { defineEventHandler, getRouterParam } from 'h3'
import { endSession } from '../../../auth/account.ts'
import { requireStaff } from '../../../auth/require-staff.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await endSession(db, staff, getRouterParam(event, 'id') ?? '')
  return { done: true }
})
