/** `GET /api/lms/courses/<id>/names`: what its LMS calls the pupils, so that an admin finds one. Shown, and kept nowhere. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { LtiNames } from '#shared/api/lti'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { namesOf } from '../../../../lti/names.ts'
import { courseOf } from '../../../../lti/overview.ts'
import { platformOfCourse } from '../../../../lti/platforms.ts'

export default defineEventHandler(async (event): Promise<LtiNames> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { courseId } = await courseOf(db, staff, getRouterParam(event, 'id') ?? '')
  return namesOf(db, await platformOfCourse(db, courseId), courseId)
})
