/** `GET /api/lms/courses/<id>/data`: all that is kept of a course, as a file (UK GDPR, article 15). */
import { defineEventHandler, getRouterParam, setResponseHeaders } from 'h3'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { courseData } from '../../../../lti/overview.ts'

export default defineEventHandler(async (event): Promise<string> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const data = await courseData(db, staff, getRouterParam(event, 'id') ?? '')
  setResponseHeaders(event, { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="course.json"' })
  return `${JSON.stringify(data, null, 2)}\n`
})
