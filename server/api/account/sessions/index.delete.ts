/** Ends all of one's own sessions but the one that asks. */
import { defineEventHandler } from 'h3'
import { endOtherSessions, sessionIdOf } from '../../../accounts/account.ts'
import { requireStaff } from '../../../edge/require-staff.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await endOtherSessions(db, staff, await sessionIdOf(event))
  return { done: true }
})
