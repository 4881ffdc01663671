/**
 * Pupils' attempts at what their class has been given: what they have done is taken once, scored here, and folded. A device is
 * told how far they are.
 */
import { statusOf, newAttempt, type Attempt } from '#shared/attempt/attempt'
import type { EventProblem } from '#shared/api/events'
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import { decodeAttempt, encodeAttempt } from '#shared/attempt/suspend-data'
import type { Outline } from '#shared/lesson/outline'
import { betterScore } from '#shared/attempt/score'
import { problemOf, withoutChoices } from '#activities/fold-changes'
import { outlineOf } from '#activities/scoring'
import type { Lesson } from '#activities/lesson'
import { Refusal } from '../platform/refusal.ts'
import type { Pupil } from '../classes/pupil-session.ts'
import { enterQuiz } from '../insight/entries.ts'
import { newId } from '../platform/security/tokens.ts'
import { today, type Assignment } from './assignments.ts'
import { isCatchingUp } from './catching-up.ts'
import { foldTold, isOfOther } from './fold-told.ts'
import { isOwn } from './whose.ts'
import type { Db } from '../platform/database/client.ts'
import { inOneCommit } from '../platform/database/group-commit.ts'
import { sortNew } from '../platform/database/event-marks.ts'
import { prepared, type Placeholders } from '../platform/database/prepared.ts'
import { leaveReserve } from '../platform/database/reserve.ts'
import type { Row } from '../platform/database/schema.ts'

/** A quiz ended below the mark is done as well: nobody has to reach a mark to be finished with school work. */
const rules = { endedCompletes: true } as const

export const classOutline = (lesson: Lesson): Outline => outlineOf(lesson, rules)

export const closedLesson = () => new Refusal('conflict', 'lesson-closed', { closed: true, reason: 'closed' })

/** What a device still sends to the class or group that a pupil has left goes to the same lesson that they have now. */
async function ofOwnClass(db: Db, pupil: Pupil, assignmentId: string): Promise<Assignment | undefined> {
  const [found] = await ofSchool(db, { schoolId: pupil.schoolId, assignmentId })
  if (!found) return undefined
  if (found.class_id === pupil.classId && found.removed_at === null) {
    if (found.group_id === null) return found
    const [member] = await memberOf(db, { groupId: found.group_id, pupilId: pupil.id })
    if (member) return found
  }
  return db.selectFrom('assignment').selectAll().where('school_id', '=', pupil.schoolId).where('class_id', '=', pupil.classId)
    .where('lesson_id', '=', found.lesson_id).where('kind', '=', found.kind).where('part', '=', found.part)
    .where('id', '!=', found.id).where(isOwn(pupil.id)).orderBy('place').executeTakeFirst()
}

const memberOf = prepared((db, given: Placeholders<{ groupId: string, pupilId: string }>) =>
  db.selectFrom('class_group_pupil').select('pupil_id').where('group_id', '=', given.groupId).where('pupil_id', '=', given.pupilId))

const ofSchool = prepared((db, given: Placeholders<{ schoolId: string, assignmentId: string }>) =>
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

const isFinished = (outline: Outline, attempt: Attempt) => attempt.finished || statusOf(outline, attempt) !== 'incomplete'

/**
 * What a teacher sees of an attempt: how far, and the quiz's total. Finished is what completes the lesson, or the pupil's own
 * Finish. It never becomes less: a new version of the lesson begins a new attempt, and what the pupil had stays until they have more.
 */
function summaryOf(outline: Outline, attempt: Attempt, had: Pick<Row<'attempt'>, 'status' | 'points' | 'max'>) {
  const before = had.points === null || had.max === null ? null : { points: had.points, max: had.max }
  const score = betterScore(before, attempt.score)
  return {
    status: had.status === 'finished' || isFinished(outline, attempt) ? ('finished' as const) : ('started' as const),
    points: score?.points ?? null,
    max: score?.max ?? null,
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
    const { tooMany, state } = await keepEvents(db, pupil, assignment, lesson, possible)
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

function keepEvents(
  db: Db,
  pupil: Pupil,
  assignment: Assignment,
  lesson: Lesson,
  events: readonly AttemptEvent[],
): Promise<{ tooMany: readonly string[], state: string }> {
  const outline = classOutline(lesson)
  return inOneCommit(db, async (transaction) => {
    const [row] = await locked(transaction, {
      assignmentId: assignment.id,
      pupilId: pupil.id,
      newId: newId(),
      schoolId: pupil.schoolId,
      lessonVersion: lesson.version,
    })
    if (!row) throw new Error('a row that was written did not come back')
    // Nobody can have waited for a row that is new, so the assignment is held instead: it does not close under it.
    if (row.changes === 1)
      await transaction
        .updateTable('assignment')
        .set(({ ref }) => ({ place: ref('place') }))
        .where('id', '=', assignment.id)
        .execute()
    const isNext = row.lesson_version !== lesson.version && events.some(event => !isOfOther(event, outline))
    const { fresh, tooMany, heard } = sortNew(isNext ? '' : row.heard, events)
    const { attempt, before, current, counting } = foldTold(lesson, outline, row, fresh)
    if (await isStillCounted(transaction, assignment)) await enterQuiz(transaction, row, lesson, outline, before, current)
    if (row.second_go === 2 && isFinished(outline, attempt)) await endSecondGo(transaction, { attemptId: row.id })
    const [kept] = await (assignment.closed_at === null ? keptWhileOpen : keptWhileCatchingUp)(transaction, {
      day: today(),
      attemptId: row.id,
      assignmentId: assignment.id,
      pupilId: pupil.id,
      state: encodeAttempt(attempt),
      heard,
      lessonVersion: attempt.lessonVersion,
      ...counting.reduce((had, one) => summaryOf(outline, one, had), summaryOf(outline, attempt, row)),
    })
    if (!kept) throw new Error('the assignment has closed, or is no longer the pupil\'s')
    return { tooMany, state: encodeAttempt(withoutChoices(lesson, attempt)) }
  })
}

/** Writing the row locks it, so that two devices, or two processes, fold one after the other. */
const locked = prepared(
  (db, given: Placeholders<{ assignmentId: string, pupilId: string, newId: string, schoolId: string, lessonVersion: number }>) =>
    db
      .insertInto('attempt')
      .values({
        assignment_id: given.assignmentId,
        pupil_id: given.pupilId,
        id: given.newId,
        school_id: given.schoolId,
        lesson_version: given.lessonVersion,
        state: '',
        status: 'started',
        points: null,
        max: null,
        changes: 1,
      })
      .onConflict(conflict =>
        conflict.columns(['assignment_id', 'pupil_id']).doUpdateSet(({ eb, ref }) => ({ changes: eb(ref('attempt.changes'), '+', 1) })),
      )
      .returningAll(),
)

interface Kept {
  readonly attemptId: string
  readonly assignmentId: string
  readonly pupilId: string
  readonly state: string
  readonly heard: string
  readonly lessonVersion: number
  readonly status: 'started' | 'finished'
  readonly points: number | null
  readonly max: number | null
  readonly day: string
}

const keeping = (db: Db, given: Placeholders<Kept>) =>
  db
    .updateTable('attempt')
    .set({
      state: given.state,
      heard: given.heard,
      lesson_version: given.lessonVersion,
      status: given.status,
      points: given.points,
      max: given.max,
    })
    .where('id', '=', given.attemptId)

const ofPupil = (db: Db, given: Placeholders<Kept>) =>
  db
    .selectFrom('assignment')
    .innerJoin('pupil', 'pupil.class_id', 'assignment.class_id')
    .select('assignment.id')
    .where('assignment.id', '=', given.assignmentId)
    .where(isOwn(given.pupilId))
    .where('pupil.id', '=', given.pupilId)

const keptWhileOpen = prepared((db, given: Placeholders<Kept>) =>
  keeping(db, given)
    .where(({ exists }) => exists(ofPupil(db, given).where('assignment.closed_at', 'is', null)))
    .returning('id'))

const keptWhileCatchingUp = prepared((db, given: Placeholders<Kept>) =>
  keeping(db, given)
    .where(({ exists }) =>
      exists(
        ofPupil(db, given)
          .innerJoin('catch_up', join =>
            join.onRef('catch_up.assignment_id', '=', 'assignment.id').onRef('catch_up.pupil_id', '=', 'pupil.id'))
          .where('catch_up.ends_on', '>=', given.day),
      ))
    .returning('id'))

const endSecondGo = prepared((db, given: Placeholders<{ attemptId: string }>) =>
  db.updateTable('attempt').set({ second_go: 0 }).where('id', '=', given.attemptId).returning('id'))

/** Once single answers are deleted the class is counted, and nobody comes to it any more: one who came alone would stand out. */
async function isStillCounted(transaction: Db, { id, closed_at: closed }: Assignment): Promise<boolean> {
  if (closed === null) return true
  // Asked anew, for it may have been deleted while this waited for the attempt.
  const now = await transaction.selectFrom('assignment').select(['closed_at', 'can_reopen']).where('id', '=', id).executeTakeFirst()
  return now !== undefined && (now.closed_at === null || now.can_reopen === 1)
}
