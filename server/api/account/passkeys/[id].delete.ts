/** Removes one of one's own passkeys. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { Done } from '#shared/api/fields'
import { removePasskey } from '../../../accounts/my-account/passkeys.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event)
  await removePasskey(db, staff, event.headers, getRouterParam(event, 'id') ?? '')
  return { done: true }
})
