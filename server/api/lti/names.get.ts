/** `GET /api/lti/names`: who is in the course, as its LMS says. Shown, and kept nowhere. */
import { defineEventHandler } from 'h3'
import type { LtiNames } from '#shared/api/lti'
import { requireCourse } from '../../edge/people/require-lti-teacher.ts'
import { namesOf } from '../../lti/names.ts'

export default defineEventHandler(async (event): Promise<LtiNames> => {
  const { teacher, classId, db } = await requireCourse(event)
  return namesOf(db, teacher.platform, classId)
})
