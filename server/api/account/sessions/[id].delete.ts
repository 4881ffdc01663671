/** Ends one of one's own sessions. */
import { defineEventHandler, getRouterParam } from 'h3'
import { endSession } from '../../../accounts/account.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await endSession(db, staff, getRouterParam(event, 'id') ?? '')
  return { done: true }
})
