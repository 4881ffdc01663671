/** The school's staff. */
import { defineEventHandler } from 'h3'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { listStaff } from '../../accounts/staff.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  return listStaff(db, staff)
})
