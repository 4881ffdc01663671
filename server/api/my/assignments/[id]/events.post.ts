/** `POST /api/my/assignments/<id>/events` with `{ pupilId, events }`: what has happened on a device. Answered when it is on the disk. */
import { createError, defineEventHandler, getRouterParam } from 'h3'
import { z } from 'zod'
import { readEvent, type AttemptEvent } from '#shared/attempt-changes'
import { requirePupil } from '../../../../auth/pupil-session.ts'
import { requireAssignedLesson } from '../../../../content/assigned-lesson.ts'
import { ensureOpen, takeEvents } from '../../../../database/attempts.ts'
import { id, readInput } from '../../../../security/input.ts'

/** A whole lesson is about 150 events. */
const MOST_EVENTS = 400

const event = z.custom<AttemptEvent>(data => readEvent(data) !== null, 'is no event of a lesson')
/** Not strict: a page that is older or newer than the server may tell more, and what is refused is lost to its pupil. */
const Body = z.object({ pupilId: id, events: z.array(event).min(1).max(MOST_EVENTS) })

export default defineEventHandler(async (event) => {
  const { pupil, db } = await requirePupil(event)
  const { pupilId, events } = await readInput(event, Body)
  // Kept on a shared tablet by the child before: theirs alone, so it waits for them.
  if (pupilId !== pupil.id) throw createError({ statusCode: 401, statusMessage: 'This was done by somebody else on this device. It is sent when they sign in here.' })
  const assignment = await ensureOpen(db, pupil, getRouterParam(event, 'id') ?? '')
  const { lesson } = await requireAssignedLesson(assignment)
  return { taken: events.map(({ id }) => id), state: await takeEvents(db, pupil, assignment, lesson, events.flatMap(data => readEvent(data) ?? [])) }
})
