/**
 * A pupil's first settled quiz is kept apart until the class has been counted: another go changes the total, and nothing of what
 * is shown.
 */
import type { Attempt } from '#shared/attempt/attempt'
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import { decodeAttempt } from '#shared/attempt/suspend-data'
import type { Outline } from '#shared/lesson/outline'
import type { QuizAnswer } from '#activities/quiz/schema'
import { meet, score } from '#activities/quiz/score'
import type { Lesson } from '#activities/lesson'
import { foldChange } from '#activities/fold-changes'
import { isActivity } from '#activities/is-activity'
import { unpackedAnswer } from '#activities/scoring'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { keepWording } from './wording.ts'

const quizOf = (lesson: Lesson) => lesson.screens.find(screen => screen.type === 'quiz')

function settled(lesson: Lesson, packed: string | undefined): QuizAnswer | null {
  const quiz = quizOf(lesson)
  if (quiz?.type !== 'quiz' || !isActivity(quiz) || packed === undefined) return null
  const answer = unpackedAnswer<'quiz'>(quiz, packed)
  return answer && score(quiz, answer).complete ? answer : null
}

/**
 * @param before the attempt before what has just been told
 * @returns the answers of the first go that was settled by it, or null. A device may tell only its part of a go: it is put to
 * what is kept of the other
 */
function firstSettled(lesson: Lesson, outline: Outline, before: Attempt, events: readonly AttemptEvent[]): QuizAnswer | null {
  const quiz = quizOf(lesson)
  if (quiz?.type !== 'quiz') return null
  let first: QuizAnswer | null = null
  let attempt = before
  for (const { change } of events) {
    const given = change.kind === 'answered' && change.screen === quiz.id ? unpackedAnswer<'quiz'>(quiz, change.packed) : null
    if (given) {
      const kept = attempt.answers[quiz.id]
      const { answer } = meet(quiz, kept === undefined ? undefined : unpackedAnswer<'quiz'>(quiz, kept) ?? undefined, given)
      if (score(quiz, answer).complete && (first === null || answer.go < first.go)) first = answer
    }
    attempt = foldChange(lesson, outline, attempt, change)
  }
  return first
}

/** Days after which answers to the same lesson say nothing of each other: a term. */
const ANOTHER_TIME = 90

/**
 * Whoever came from an LMS may be here several times: an LMS shows an activity to some of a course and hides it from others, and lets
 * whoever teaches make a second course with all but one. None of that is seen here, so within a term one person is counted with a
 * lesson once, wherever in that LMS they do it again.
 */
async function isCountedInCourse(db: Db, assignmentId: string, pupilId: string, now: Date): Promise<boolean> {
  const found = await db
    .selectFrom('lti_pupil as me')
    .innerJoin('lti_context as mine', 'mine.class_id', 'me.class_id')
    .innerJoin('lti_pupil as other', 'other.person', 'me.person')
    .innerJoin('lti_context as theirs', join =>
      join.onRef('theirs.class_id', '=', 'other.class_id').onRef('theirs.platform_id', '=', 'mine.platform_id'))
    .innerJoin('attempt', 'attempt.pupil_id', 'other.pupil_id')
    .innerJoin('assignment as there', 'there.id', 'attempt.assignment_id')
    .innerJoin('assignment as here', join =>
      join.onRef('here.lesson_id', '=', 'there.lesson_id').onRef('here.kind', '=', 'there.kind').onRef('here.id', '!=', 'there.id'))
    .select('there.id')
    .where('here.id', '=', assignmentId)
    .where('me.pupil_id', '=', pupilId)
    .where(({ eb, or }) => or([
      eb('there.closed_at', 'is', null),
      eb('there.closed_at', '>', new Date(now.getTime() - ANOTHER_TIME * 86_400_000).toISOString()),
    ]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Groups of a class overlap with each other and with the class. Were a pupil counted with two of them at the same lesson, the
 * difference of two pictures could say what few have answered; so whoever works at it twice is counted with the first alone.
 * @returns whether a pupil has work at the same lesson in this class or another group of it, where one of the two is a group's; or,
 * of an LMS, anywhere in it
 */
export async function isCountedBeside(db: Db, assignmentId: string, pupilId: string, now = new Date()): Promise<boolean> {
  return await isCountedInGroup(db, assignmentId, pupilId) || isCountedInCourse(db, assignmentId, pupilId, now)
}

async function isCountedInGroup(db: Db, assignmentId: string, pupilId: string): Promise<boolean> {
  const found = await db
    .selectFrom('assignment as here')
    .innerJoin('assignment as other', join =>
      join
        .onRef('other.class_id', '=', 'here.class_id')
        .onRef('other.lesson_id', '=', 'here.lesson_id')
        .onRef('other.kind', '=', 'here.kind')
        .onRef('other.id', '!=', 'here.id'))
    .innerJoin('attempt', 'attempt.assignment_id', 'other.id')
    .select('other.id')
    .where('here.id', '=', assignmentId)
    .where('attempt.pupil_id', '=', pupilId)
    .where(({ eb, or }) => or([eb('here.group_id', 'is not', null), eb('other.group_id', 'is not', null)]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

type Attempted = Pick<Row<'attempt'>, 'id' | 'school_id' | 'assignment_id' | 'pupil_id'>

async function enter(
  transaction: Db,
  { id, school_id, assignment_id, pupil_id }: Attempted,
  lesson: Lesson,
  { responses }: QuizAnswer,
) {
  const entered = await transaction
    .updateTable('attempt')
    .set({ has_entered: 1 })
    .where('id', '=', id)
    .where('has_entered', '=', 0)
    .returning('id')
    .executeTakeFirst()
  if (!entered || await isCountedBeside(transaction, assignment_id, pupil_id)) return
  const edition = await keepWording(transaction, { id: assignment_id, school_id }, 'quiz', lesson)
  await transaction.insertInto('quiz_entry')
    .values({ school_id, assignment_id, pupil_id, place: null, answers: JSON.stringify(responses), edition })
    .onConflict(conflict => conflict.doNothing()).execute()
}

/** Keeps the first settled quiz among what a device has told, in the transaction that takes it. */
export async function enterQuiz(
  transaction: Db,
  attempt: Attempted & Pick<Row<'attempt'>, 'has_entered'>,
  lesson: Lesson,
  outline: Outline,
  before: Attempt,
  events: readonly AttemptEvent[],
): Promise<void> {
  if (attempt.has_entered === 1) return
  const first = firstSettled(lesson, outline, before, events)
  if (first) await enter(transaction, attempt, lesson, first)
}

/** When work ends: those of an older release, which did not keep it apart, enter with what is there. */
export async function enterOlder(transaction: Db, assignmentId: string, lesson: Lesson, outline: Outline): Promise<void> {
  const attempts = await transaction
    .selectFrom('attempt')
    .select(['id', 'school_id', 'assignment_id', 'pupil_id', 'state'])
    .where('assignment_id', '=', assignmentId)
    .where('has_entered', '=', 0)
    .execute()
  for (const attempt of attempts) {
    const decoded = decodeAttempt(outline, attempt.state)
    const answer = decoded.kind === 'attempt' ? settled(lesson, decoded.attempt.answers[quizOf(lesson)?.id ?? '']) : null
    if (answer) await enter(transaction, attempt, lesson, answer)
  }
}
