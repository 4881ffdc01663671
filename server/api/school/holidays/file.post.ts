/** `POST /api/school/holidays/file`: what whole days a calendar file has. Nothing is kept. */
import { defineEventHandler } from 'h3'
import { calendarFileBody, type FoundHolidays } from '#shared/api/school/holidays'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { today } from '../../../assignments/assignments.ts'
import { holidaysIn } from '../../../school/calendar-file.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<FoundHolidays> => {
  await requireStaff(event, 'admin')
  const { text } = await readInput(event, calendarFileBody)
  return { found: holidaysIn(text, today()) }
})
