/**
 * `GET /api/my/assignments/<id>/state`: where this pupil is in it now. A device asks that did only a part of the quiz, and so
 * cannot count it.
 */
import { defineEventHandler, getRouterParam, setResponseHeader } from 'h3'
import { STATE_KIND, type StateAnswer } from '#shared/api/events'
import { requirePupil } from '../../../../edge/people/pupil-cookie.ts'
import { requireAssignedLesson } from '../../../../content/app/assigned-lesson.ts'
import { ensureOpen, stateForDevice } from '../../../../assignments/attempts.ts'

export default defineEventHandler(async (event): Promise<StateAnswer> => {
  const { pupil, db } = await requirePupil(event)
  setResponseHeader(event, 'Cache-Control', 'no-store')
  const assignment = await ensureOpen(db, pupil, getRouterParam(event, 'id') ?? '')
  const { lesson } = await requireAssignedLesson(assignment)
  return { kind: STATE_KIND, state: await stateForDevice(db, pupil, assignment.id, lesson) }
})
