/** `GET /api/classes/<id>/door`: the code, until when it opens the class, and how many are in; never who. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { Door } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { doorOf } from '../../../classes/letting-in.ts'

export default defineEventHandler(async (event): Promise<Door> => {
  const { staff, db } = await requireStaff(event)
  return doorOf(db, staff, getRouterParam(event, 'id') ?? '')
})
