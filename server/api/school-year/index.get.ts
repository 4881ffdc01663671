/** `GET /api/school-year`: how classes would stand in a new school year, and what can be undone. */
import { defineEventHandler } from 'h3'
import { schoolYearQuery, type SchoolYearPlan } from '#shared/api/rosters'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { readAsked } from '../../edge/request/input.ts'
import { schoolYearPlan } from '../../school/school-year.ts'

export default defineEventHandler(async (event): Promise<SchoolYearPlan> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { ends } = readAsked(event, schoolYearQuery)
  return schoolYearPlan(db, staff, ends)
})
