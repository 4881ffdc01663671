/** `GET /api/lms/courses/<id>/data[?pupil=<id>]`: all that is kept of a course, or one pupil of it, as a file (UK GDPR, article 15). */
import { defineEventHandler, getRouterParam, setResponseHeaders } from 'h3'
import { classDataQuery } from '#shared/api/classes'
import type { CourseData } from '#shared/api/school/lms'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { readAsked } from '../../../../edge/request/input.ts'
import { courseOf } from '../../../../lti/overview.ts'
import { audit } from '../../../../platform/security/audit.ts'
import { courseData } from '../../../../school/course-data.ts'

export default defineEventHandler(async (event): Promise<CourseData> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { pupil } = readAsked(event, classDataQuery)
  const viewer = await courseOf(db, staff, getRouterParam(event, 'id') ?? '')
  const data = await courseData(db, viewer, pupil)
  await audit(db, staff, pupil === undefined ? 'class.data' : 'pupil.data', pupil ?? viewer.courseId)
  setResponseHeaders(event, { 'Content-Disposition': 'attachment; filename="whos-there-course.json"', 'Cache-Control': 'no-store' })
  return data
})
