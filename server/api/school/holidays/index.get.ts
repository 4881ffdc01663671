/** `GET /api/school/holidays`: the days on which the school is shut, for all staff. */
import { defineEventHandler } from 'h3'
import type { SchoolHolidays } from '#shared/api/school/holidays'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { schoolHolidays } from '../../../school/holidays.ts'

export default defineEventHandler(async (event): Promise<SchoolHolidays> => {
  const { staff, db } = await requireStaff(event)
  return schoolHolidays(db, staff)
})
