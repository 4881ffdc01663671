/** `PUT /api/classes/<id>/staff/<staff>`: shares a class with a colleague. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { Shared } from '#shared/api/classes'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { shareClass } from '../../../../classes/classes.ts'

export default defineEventHandler(async (event): Promise<Shared> => {
  const { staff, db } = await requireStaff(event)
  await shareClass(db, staff, getRouterParam(event, 'id') ?? '', getRouterParam(event, 'staff') ?? '')
  return { shared: true }
})
