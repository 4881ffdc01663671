/** `POST /api/my/assignments/<id>/check` with `{ pupilId, form, answers }`: a check before or after, into the class's count and nowhere else. */
import { createError, defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { z } from 'zod'
import { answer } from '#activities/check/schema'
import { requirePupil } from '../../../../auth/pupil-session.ts'
import { requireAssignedLesson } from '../../../../content/assigned-lesson.ts'
import { ensureOpen } from '../../../../database/attempts.ts'
import { takeCheck } from '../../../../database/tallies.ts'
import { id, readInput } from '../../../../security/input.ts'

const Body = z.strictObject({ pupilId: id, form: z.enum(['before', 'after']), answers: answer })

export default defineEventHandler(async (event) => {
  const { pupil, db } = await requirePupil(event)
  const { pupilId, form, answers } = await readInput(event, Body)
  if (pupilId !== pupil.id) throw createError({ statusCode: 401, statusMessage: 'This was done by somebody else on this device. It is sent when they sign in here.' })
  const assignment = await ensureOpen(db, pupil, getRouterParam(event, 'id') ?? '')
  const { lesson } = await requireAssignedLesson(assignment)
  await takeCheck(db, pupil, assignment, lesson, form, answers)
  setResponseStatus(event, 204)
})
