/** `GET /api/deleted-classes`: classes that whoever asks can still bring back. */
import { defineEventHandler } from 'h3'
import type { ClassToBeErased } from '#shared/api/classes'
import { requireStaff } from '../edge/people/require-staff.ts'
import { deletedClasses } from '../classes/class-deletion.ts'

export default defineEventHandler(async (event): Promise<ClassToBeErased[]> => {
  const { staff, db } = await requireStaff(event)
  return deletedClasses(db, staff)
})
