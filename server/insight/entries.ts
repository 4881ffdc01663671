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
import { isCountedBeside, itemsTold } from './beside.ts'
import { apart } from './sheet.ts'
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
  if (!entered || await isCountedBeside(transaction, assignment_id, pupil_id, 'quiz')) return
  const edition = await keepWording(transaction, { id: assignment_id, school_id }, 'quiz', lesson)
  const told = await itemsTold(transaction, assignment_id)
  const answers = Object.entries(responses).map(([item, said]) => [told.has(item) ? apart(item) : item, said] as const)
  await transaction.insertInto('quiz_entry')
    .values({ school_id, assignment_id, pupil_id, place: null, answers: JSON.stringify(Object.fromEntries(answers)), edition })
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
