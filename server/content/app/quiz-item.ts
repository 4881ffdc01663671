/** A question of a lesson's quiz, for a class that answers it together. */
import { presentedItems } from '#activities/quiz/presented'
import type { QuizItem } from '#activities/quiz/schema'
import { Refusal } from '../../platform/refusal.ts'
import { lessonFor } from '../library/library.ts'
import { appLibrary } from './app-library.ts'

/**
 * Only of the quiz, which asks what somebody in a story could do: never a poll, a simulation, a check or anything about a child's
 * own life. Its options stand in the order in which the board has them; a question that no board draws keeps its own.
 * @throws `not-found` where it is no question of a quiz
 */
export async function quizItem(
  lessonId: string,
  screenId: string,
  itemId: string,
  locale: string,
): Promise<{ item: QuizItem, locale: string }> {
  const lesson = lessonFor(await appLibrary(), lessonId, locale)
  const quiz = lesson?.screens.find(screen => screen.id === screenId)
  const item = quiz?.type === 'quiz' ? [...presentedItems(quiz), ...quiz.pool].find(({ id }) => id === itemId) : undefined
  if (!lesson || !item) throw new Refusal('not-found', 'no-question')
  return { item, locale: lesson.locale }
}
