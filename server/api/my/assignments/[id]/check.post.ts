/**
 * `POST /api/my/assignments/<id>/check` with `{ pupilId, form, answers, version }`: a check before or after, into the class's count and
 * nowhere else.
 */
import { getRouterParam } from 'h3'
import { CHECK_KIND, type CheckAnswered } from '#shared/api/events'
import { checkBody } from '#shared/api/my'
import { answer } from '#activities/check/schema'
import { ofThisPupil } from '../../../../classes/pupil-session.ts'
import { requirePupil } from '../../../../edge/people/pupil-cookie.ts'
import { requireAssignedLesson } from '../../../../content/app/assigned-lesson.ts'
import { answeringDevice } from '../../../../edge/answers/device-answer.ts'
import { ensureOpen } from '../../../../assignments/attempts.ts'
import { takeCheck } from '../../../../assignments/check-counts.ts'
import { readInput } from '../../../../edge/request/input.ts'

const body = checkBody(answer)

export default answeringDevice(CHECK_KIND, async (event): Promise<CheckAnswered> => {
  const { pupil, db } = await requirePupil(event)
  const { pupilId, form, answers, version } = await readInput(event, body)
  ofThisPupil(pupil, pupilId)
  const assignment = await ensureOpen(db, pupil, getRouterParam(event, 'id') ?? '')
  const { lesson } = await requireAssignedLesson(assignment)
  if (!lesson.screens.some(screen => screen.type === 'check' && screen.form === form))
    return { kind: CHECK_KIND, held: false, reason: 'unknown-check' }
  await takeCheck(db, pupil, assignment, lesson, form, answers, version)
  return { kind: CHECK_KIND, held: true }
})
