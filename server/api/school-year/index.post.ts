/** `POST /api/school-year`: rolls the year over, all or nothing. */
import { defineEventHandler } from 'h3'
import { schoolYearBody, type TakenList } from '#shared/api/rosters'
import { appAuth } from '../../accounts/sign-in/app-sign-in.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { readInput } from '../../edge/request/input.ts'
import { rollOver } from '../../school/school-year.ts'

export default defineEventHandler(async (event): Promise<TakenList> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const wish = await readInput(event, schoolYearBody)
  const { secret } = await appAuth()
  return rollOver(db, staff, secret, wish)
})
