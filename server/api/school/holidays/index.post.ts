/** `POST /api/school/holidays`: adds days on which the school is shut. */
import { defineEventHandler } from 'h3'
import { type MadeHolidays, newHolidaysBody } from '#shared/api/school/holidays'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { addHolidays } from '../../../school/holidays.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<MadeHolidays> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { source, holidays } = await readInput(event, newHolidaysBody)
  return { made: await addHolidays(db, staff, source, holidays) }
})
