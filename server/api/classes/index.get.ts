/** `GET /api/classes`: the classes that whoever is signed in has, archived ones too. */
import { defineEventHandler } from 'h3'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { listClasses } from '../../classes/classes.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  return listClasses(db, staff)
})
