/** `POST /api/school/holidays/removed`: some do not count any more, or again. */
import { defineEventHandler } from 'h3'
import { removedHolidaysBody, type SchoolHolidays } from '#shared/api/school/holidays'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { schoolHolidays, setHolidaysRemoved } from '../../../school/holidays.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<SchoolHolidays> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { ids, removed } = await readInput(event, removedHolidaysBody)
  await setHolidaysRemoved(db, staff, ids, removed)
  return schoolHolidays(db, staff)
})
