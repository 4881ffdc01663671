/** Ends all of one's own sessions but the one that asks. */
import { defineEventHandler } from 'h3'
import type { Done } from '#shared/api/fields'
import { endOtherSessions } from '../../../accounts/my-account/account.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { sessionIdOf } from '../../../edge/people/staff-sign-in.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event)
  await endOtherSessions(db, staff, await sessionIdOf(event))
  return { done: true }
})
