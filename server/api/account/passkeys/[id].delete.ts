/** Removes one of one's own passkeys. */
import { defineEventHandler, getRouterParam } from 'h3'
import { removePasskey } from '../../../accounts/passkeys.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await removePasskey(db, staff, getRouterParam(event, 'id') ?? '')
  return { done: true }
})
