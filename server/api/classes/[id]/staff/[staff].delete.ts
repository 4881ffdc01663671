/** `DELETE /api/classes/<id>/staff/<staff>`: a colleague has the class no longer. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { Shared } from '#shared/api/classes'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { stopSharing } from '../../../../classes/classes.ts'

export default defineEventHandler(async (event): Promise<Shared> => {
  const { staff, db } = await requireStaff(event)
  await stopSharing(db, staff, getRouterParam(event, 'id') ?? '', getRouterParam(event, 'staff') ?? '')
  return { shared: false }
})
