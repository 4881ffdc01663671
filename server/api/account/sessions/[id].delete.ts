/** Ends one of one's own sessions. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { Done } from '#shared/api/fields'
import { endSession } from '../../../accounts/my-account/account.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event)
  await endSession(db, staff, getRouterParam(event, 'id') ?? '')
  return { done: true }
})
