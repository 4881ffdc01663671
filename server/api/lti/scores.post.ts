/** `POST /api/lti/scores`: grades that wait, or were refused, are sent once more. */
import { defineEventHandler, setResponseStatus } from 'h3'
import { requireCourse } from '../../edge/people/require-lti-teacher.ts'
import { tryAgain } from '../../lti/scores.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { classId, db } = await requireCourse(event)
  await tryAgain(db, classId)
  setResponseStatus(event, 204)
})
