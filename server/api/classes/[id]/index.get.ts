/** `GET /api/classes/<id>`: a class with its pupils and the staff who have it. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { ClassInFull } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { readClass } from '../../../classes/classes.ts'

export default defineEventHandler(async (event): Promise<ClassInFull> => {
  const { staff, db } = await requireStaff(event)
  return readClass(db, staff, getRouterParam(event, 'id') ?? '')
})
