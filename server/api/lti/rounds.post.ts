/** `POST /api/lti/rounds` with `{ assignmentId }`: a closed lesson of the course begins anew. */
import { defineEventHandler, setResponseStatus } from 'h3'
import { roundBody } from '#shared/api/lti'
import { requireCourse } from '../../edge/people/require-lti-teacher.ts'
import { readInput } from '../../edge/request/input.ts'
import { beginAnew } from '../../lti/courses.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { viewer, db } = await requireCourse(event)
  const { assignmentId } = await readInput(event, roundBody)
  await beginAnew(db, viewer, assignmentId)
  setResponseStatus(event, 204)
})
