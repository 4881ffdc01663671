/** Ends all of one's own sessions but the one that asks. */
import { defineEventHandler } from 'h3'
import { endOtherSessions, sessionIdOf } from '../../../auth/account.ts'
import { requireStaff } from '../../../auth/require-staff.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await endOtherSessions(db, staff, await sessionIdOf(event))
  return { done: true }
})
