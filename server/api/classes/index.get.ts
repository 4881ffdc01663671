/** `GET /api/classes`: the classes that whoever is signed in has, archived ones too. */
import { defineEventHandler } from 'h3'
import type { ClassInList } from '#shared/api/classes'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { listClasses } from '../../classes/classes.ts'

export default defineEventHandler(async (event): Promise<ClassInList[]> => {
  const { staff, db } = await requireStaff(event)
  return listClasses(db, staff)
})
