/** A pupil's first settled quiz is kept apart until the class has been counted: another go changes the total, and nothing of what is shown. */
import type { AttemptEvent } from '#shared/attempt-changes'
import { decodeAttempt } from '#shared/suspend-data'
import type { Outline } from '#shared/outline'
import type { QuizAnswer } from '#activities/quiz/schema'
import { score } from '#activities/quiz/score'
import type { Lesson } from '#activities/lesson'
import { isActivity, unpackedAnswer } from '#activities/scoring'
import type { Db } from '../database/client.ts'
import type { Row } from '../database/schema.ts'

const quizOf = (lesson: Lesson) => lesson.screens.find(screen => screen.type === 'quiz')

function settled(lesson: Lesson, packed: string | undefined): QuizAnswer | null {
  const quiz = quizOf(lesson)
  if (quiz?.type !== 'quiz' || !isActivity(quiz) || packed === undefined) return null
  const answer = unpackedAnswer<'quiz'>(quiz, packed)
  return answer && score(quiz, answer).complete ? answer : null
}

/** @returns the answers of the first go that was settled by what a device has just told, or null */
function firstSettled(lesson: Lesson, events: readonly AttemptEvent[]): QuizAnswer | null {
  const goes = events.flatMap(({ change }) => change.kind === 'answered' && change.screen === quizOf(lesson)?.id ? settled(lesson, change.packed) ?? [] : [])
  return goes.reduce<QuizAnswer | null>((first, go) => first === null || go.go < first.go ? go : first, null)
}

type Attempted = Pick<Row<'attempt'>, 'id' | 'school_id' | 'assignment_id' | 'pupil_id'>

async function enter(transaction: Db, { id, school_id, assignment_id, pupil_id }: Attempted, { responses }: QuizAnswer) {
  const entered = await transaction.updateTable('attempt').set({ has_entered: 1 }).where('id', '=', id).where('has_entered', '=', 0).returning('id').executeTakeFirst()
  if (!entered) return
  await transaction.insertInto('quiz_entry').values({ school_id, assignment_id, pupil_id, place: null, answers: JSON.stringify(responses) })
    .onConflict(conflict => conflict.doNothing()).execute()
}

/** Keeps the first settled quiz among what a device has told, in the transaction that takes it. */
export async function enterQuiz(transaction: Db, attempt: Attempted & Pick<Row<'attempt'>, 'has_entered'>, lesson: Lesson, events: readonly AttemptEvent[]): Promise<void> {
  if (attempt.has_entered === 1) return
  const first = firstSettled(lesson, events)
  if (first) await enter(transaction, attempt, first)
}

/** When work ends: those of an older release, which did not keep it apart, enter with what is there. */
export async function enterOlder(transaction: Db, assignmentId: string, lesson: Lesson, outline: Outline): Promise<void> {
  const attempts = await transaction.selectFrom('attempt').select(['id', 'school_id', 'assignment_id', 'pupil_id', 'state']).where('assignment_id', '=', assignmentId).where('has_entered', '=', 0).execute()
  for (const attempt of attempts) {
    const decoded = decodeAttempt(outline, attempt.state)
    const answer = decoded.kind === 'attempt' ? settled(lesson, decoded.attempt.answers[quizOf(lesson)?.id ?? '']) : null
    if (answer) await enter(transaction, attempt, answer)
  }
}
