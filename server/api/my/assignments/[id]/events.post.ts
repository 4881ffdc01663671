/** `POST /api/my/assignments/<id>/events` with `{ pupilId, events }`: what has happened on a device. Answered when it is on the disk. */
import { getRouterParam } from 'h3'
import { z } from 'zod'
import { id } from '#shared/api/fields'
import { EVENTS_KIND, type EventsAnswer } from '#shared/api/events'
import { ofThisPupil } from '../../../../classes/pupil-session.ts'
import { requirePupil } from '../../../../edge/people/pupil-cookie.ts'
import { requireAssignedLesson } from '../../../../content/assigned-lesson.ts'
import { answeringDevice } from '../../../../edge/answers/device-answer.ts'
import { ensureOpen } from '../../../../assignments/attempts.ts'
import { takeSent } from '../../../../assignments/sent-events.ts'
import { readInput } from '../../../../edge/request/input.ts'

/** A whole lesson is about 150 events. */
const MOST_EVENTS = 400

/** Only the id has to be readable: what the rest of it is not, is said of that one event, and does not hold up the others. */
const event = z.looseObject({ id: z.string().min(1).max(64) })
/** Not strict: a page that is older or newer than the server may tell more, and what is refused is lost to its pupil. */
const Body = z.object({ pupilId: id, events: z.array(event).min(1).max(MOST_EVENTS) })

export default answeringDevice(EVENTS_KIND, async (event): Promise<EventsAnswer> => {
  const { pupil, db } = await requirePupil(event)
  const { pupilId, events } = await readInput(event, Body)
  ofThisPupil(pupil, pupilId)
  const assignment = await ensureOpen(db, pupil, getRouterParam(event, 'id') ?? '')
  const { lesson } = await requireAssignedLesson(assignment)
  return { kind: EVENTS_KIND, ...await takeSent(db, pupil, assignment, lesson, events) }
})
