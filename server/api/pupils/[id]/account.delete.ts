/** `DELETE /api/pupils/<id>/account`: the account elsewhere is no longer this pupil's; they come in with their pictures. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { Done } from '#shared/api/fields'
import { partAccount } from '../../../classes/pupil-accounts.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event)
  await partAccount(db, staff, getRouterParam(event, 'id') ?? '')
  return { done: true }
})
