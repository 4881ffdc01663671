/** The single quiz answers of a lesson's attempt, for packages whose school asked for them. */
import type { PlayerLesson } from '#activities/lesson'
import { interactionsOf } from '#activities/quiz/interactions'
import { unpack } from '#activities/quiz/score'
import type { ReadInteractions } from './lms-record'

export function interactionsIn(lesson: PlayerLesson): ReadInteractions {
  const quiz = lesson.screens.find(screen => screen.type === 'quiz')
  return (attempt) => {
    const packed = quiz && attempt.answers[quiz.id]
    const answer = quiz?.type === 'quiz' && packed ? unpack(quiz, packed) : null
    return quiz?.type === 'quiz' && answer ? interactionsOf(quiz, answer) : []
  }
}
