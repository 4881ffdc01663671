/** `POST /api/my/assignments/<id>/events` with `{ pupilId, events }`: what has happened on a device. Answered when it is on the disk. */
import { getRouterParam } from 'h3'
import { EVENTS_KIND, type EventsAnswer } from '#shared/api/events'
import { eventsBody } from '#shared/api/my'
import { ofThisPupil } from '../../../../classes/pupil-session.ts'
import { requirePupil } from '../../../../edge/people/pupil-cookie.ts'
import { requireAssignedLesson } from '../../../../content/app/assigned-lesson.ts'
import { answeringDevice } from '../../../../edge/answers/device-answer.ts'
import { ensureOpen } from '../../../../assignments/attempts.ts'
import { takeSent } from '../../../../assignments/sent-events.ts'
import { readInput } from '../../../../edge/request/input.ts'

export default answeringDevice(EVENTS_KIND, async (event): Promise<EventsAnswer> => {
  const { pupil, db } = await requirePupil(event)
  const { pupilId, events } = await readInput(event, eventsBody)
  ofThisPupil(pupil, pupilId)
  const assignment = await ensureOpen(db, pupil, getRouterParam(event, 'id') ?? '')
  const { lesson } = await requireAssignedLesson(assignment)
  return { kind: EVENTS_KIND, ...await takeSent(db, pupil, assignment, lesson, events) }
})
