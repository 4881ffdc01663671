/** `POST /api/school/holidays/bank`: adds the bank holidays of the school's nation. */
import { defineEventHandler } from 'h3'
import type { MadeHolidays } from '#shared/api/school/holidays'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { addBankHolidays } from '../../../school/holidays.ts'

export default defineEventHandler(async (event): Promise<MadeHolidays> => {
  const { staff, db } = await requireStaff(event, 'admin')
  return { made: await addBankHolidays(db, staff) }
})
