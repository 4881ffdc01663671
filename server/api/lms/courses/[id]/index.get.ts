/** `GET /api/lms/courses/<id>`: who is in a course here, by the LMS's own ids. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { LmsCourse } from '#shared/api/school/lms'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { pupilsOfCourse } from '../../../../lti/overview.ts'

export default defineEventHandler(async (event): Promise<LmsCourse> => {
  const { staff, db } = await requireStaff(event, 'admin')
  return pupilsOfCourse(db, staff, getRouterParam(event, 'id') ?? '')
})
