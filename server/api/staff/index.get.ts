/** The school's staff. */
import { defineEventHandler } from 'h3'
import type { Colleague } from '#shared/api/school/staff'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { listStaff } from '../../accounts/staff/staff.ts'

export default defineEventHandler(async (event): Promise<Colleague[]> => {
  const { staff, db } = await requireStaff(event, 'admin')
  return listStaff(db, staff)
})
