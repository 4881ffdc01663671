/** What a device has sent of a pupil's work. */
import type { EventsAnswer } from '#shared/api/events'
import { readEvent } from '#shared/attempt/attempt-changes'
import type { Lesson } from '#activities/lesson'
import type { Pupil } from '../classes/pupil-session.ts'
import type { Db } from '../platform/database/client.ts'
import type { Assignment } from './assignments.ts'
import { takeEvents } from './attempts.ts'

/**
 * Takes what of it can be read. The rest is refused one by one, and holds up nothing.
 * @param sent with their ids; what else they say may be anything
 * @throws as `takeEvents`
 */
export async function takeSent(
  db: Db,
  pupil: Pupil,
  assignment: Assignment,
  lesson: Lesson,
  sent: readonly { readonly id: string }[],
): Promise<Omit<EventsAnswer, 'kind'>> {
  const readable = sent.flatMap(data => readEvent(data) ?? [])
  const ids = new Set(readable.map(({ id }) => id))
  const unreadable = [...new Set(sent.map(({ id }) => id))].filter(id => !ids.has(id)).map(id => ({ id, reason: 'unreadable' }))
  const { held, refused, state } = await takeEvents(db, pupil, assignment, lesson, readable)
  return { held, refused: [...refused, ...unreadable], state }
}
