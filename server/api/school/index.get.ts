/** The school's settings. */
import { defineEventHandler } from 'h3'
import { requireStaff } from '../../auth/require-staff.ts'
import { schoolOf } from '../../database/school.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  return schoolOf(db, staff.schoolId)
})
