/**
 * Pupils' attempts at what their class has been given: what they have done is taken once, scored here, and folded. A device is
 * told how far they are.
 */
import { newAttempt } from '#shared/attempt/attempt'
import type { EventProblem } from '#shared/api/events'
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import { decodeAttempt, encodeAttempt } from '#shared/attempt/suspend-data'
import type { Outline } from '#shared/lesson/outline'
import { problemOf, withoutChoices } from '#activities/fold-changes'
import { outlineOf } from '#activities/scoring'
import type { Lesson } from '#activities/lesson'
import { Refusal } from '../platform/refusal.ts'
import type { Pupil } from '../classes/pupil-session.ts'
import { today, type Assignment } from './assignments.ts'
import { isCatchingUp } from './catching-up.ts'
import { isOfOther } from './fold-told.ts'
import { keepEvents } from './keep-events.ts'
import { isOwn } from './whose.ts'
import { askedTogether } from '../platform/database/asked-together.ts'
import type { Db } from '../platform/database/client.ts'
import { leaveReserve } from '../platform/database/reserve.ts'

/** A quiz ended below the mark is done as well: nobody has to reach a mark to be finished with school work. */
const rules = { endedCompletes: true } as const

export const classOutline = (lesson: Lesson): Outline => outlineOf(lesson, rules)

export const closedLesson = () => new Refusal('conflict', 'lesson-closed', { closed: true, reason: 'closed' })

/** What a device still sends to the class or group that a pupil has left goes to the same lesson that they have now. */
async function ofOwnClass(db: Db, pupil: Pupil, assignmentId: string): Promise<Assignment | undefined> {
  const found = await ofSchool(db, { schoolId: pupil.schoolId, assignmentId })
  if (!found) return undefined
  if (found.class_id === pupil.classId && found.removed_at === null) {
    if (found.group_id === null) return found
    const member = await memberOf(db, { groupId: found.group_id, pupilId: pupil.id })
    if (member) return found
  }
  return db.selectFrom('assignment').selectAll().where('school_id', '=', pupil.schoolId).where('class_id', '=', pupil.classId)
    .where('lesson_id', '=', found.lesson_id).where('kind', '=', found.kind).where('part', '=', found.part)
    .where('id', '!=', found.id).where(isOwn(pupil.id)).orderBy('place').executeTakeFirst()
}

const memberOf = askedTogether({ groupId: 'text', pupilId: 'text' }, (db, given) =>
  db.selectFrom('class_group_pupil').select('pupil_id').where('group_id', '=', given.groupId).where('pupil_id', '=', given.pupilId))

const ofSchool = askedTogether({ schoolId: 'text', assignmentId: 'text' }, (db, given) =>
  db.selectFrom('assignment').selectAll().where('school_id', '=', given.schoolId).where('id', '=', given.assignmentId))

/**
 * @throws `not-found` where it is not this pupil's class's; `too-early` where it has not opened yet; `conflict` where it is
 * closed, and the pupil is not to catch up
 */
export async function ensureOpen(db: Db, pupil: Pupil, assignmentId: string, now = new Date()): Promise<Assignment> {
  const found = await ofOwnClass(db, pupil, assignmentId)
  if (!found) throw new Refusal('not-found', 'not-in-list', { reason: 'gone' })
  if (found.closed_at !== null && !await isCatchingUp(db, pupil.id, found.id, today(now))) throw closedLesson()
  if (found.opens_on > today(now)) throw new Refusal('too-early', 'lesson-later', { reason: 'later' })
  return found
}

/** What a device takes for text that it cannot read. */
const UNREADABLE = '-'

/**
 * @returns the pupil's state of an assignment as text, or null where nothing is kept yet. Whoever asks may be somebody else who
 * knows the pupil's pictures, their teacher for one: so it says how far they are, and nothing of what they chose
 */
export async function stateForDevice(db: Db, pupil: Pick<Pupil, 'id'>, assignmentId: string, lesson: Lesson): Promise<string | null> {
  const row = await db
    .selectFrom('attempt')
    .select(['state', 'lesson_version', 'status'])
    .where('assignment_id', '=', assignmentId)
    .where('pupil_id', '=', pupil.id)
    .executeTakeFirst()
  const outline = classOutline(lesson)
  const decoded = decodeAttempt(outline, row?.state)
  switch (decoded.kind) {
    case 'empty': return null
    case 'attempt': return encodeAttempt(withoutChoices(lesson, decoded.attempt))
    // The device says that the lesson is a new one, and that what was finished stays so.
    case 'updated':
      return encodeAttempt({ ...newAttempt(outline), lessonVersion: row?.lesson_version ?? 0, finished: row?.status === 'finished' })
    case 'unreadable': return UNREADABLE
  }
}

/** Says why something could not be taken that could a moment ago: the pupil or the assignment has gone, moved or closed since. */
async function ensureStillThere(db: Db, pupil: Pupil, assignmentId: string): Promise<void> {
  const found = await db.selectFrom('pupil').select('class_id').where('id', '=', pupil.id).executeTakeFirst()
  if (!found) throw new Refusal('signed-out', 'pupil-signed-out', { reason: 'signed-out' })
  await ensureOpen(db, { ...pupil, classId: found.class_id }, assignmentId)
}

export interface Taken {
  /** Ids of what is on the disk now, whenever it came. */
  readonly held: readonly string[]
  /** What will never be taken, and why (shared/api/events.ts). */
  readonly refused: readonly { readonly id: string, readonly reason: EventProblem }[]
  /** As a device may have it. */
  readonly state: string
}

/**
 * Takes what a device has sent. When this returns, it is on the disk.
 * @param events in the order in which they happened; those that were taken before are passed over
 * @throws as `ensureOpen`, where that has changed since it was asked
 */
export async function takeEvents(
  db: Db,
  pupil: Pupil,
  assignment: Assignment,
  lesson: Lesson,
  events: readonly AttemptEvent[],
): Promise<Taken> {
  leaveReserve(db)
  const outline = classOutline(lesson)
  // Each id once, the later of two.
  const once = [...new Map(events.map(event => [event.id, event])).values()]
  const refused = once.flatMap((event) => {
    const reason = problemOf(lesson, outline, event.change)
    // A screen that was taken out since is nothing to trouble anybody with; an answer that counts for nothing any more is.
    return reason === null || (isOfOther(event, outline) && event.change.kind !== 'answered') ? [] : [{ id: event.id, reason }]
  })
  const possible = once.filter(({ id }) => !refused.some(one => one.id === id))
  try {
    const { tooMany, state } = await keepEvents(db, { pupil, assignment, lesson, outline, events: possible })
    return {
      held: possible.map(({ id }) => id).filter(id => !tooMany.includes(id)),
      refused: [...refused, ...tooMany.map(id => ({ id, reason: 'cap' as const }))],
      state,
    }
  }
  catch (error) {
    await ensureStillThere(db, pupil, assignment.id)
    throw error
  }
}
