/** What the driver has to know of a lesson to take it without reading. */
import type { Lesson } from '#activities/lesson'
import { outlineOf } from '#activities/scoring'
import { quizOf } from '../support/lesson-driver.ts'
import type { LessonFacts } from './scene.ts'

/** @throws when the lesson has no quiz */
export function factsOf(lesson: Lesson): LessonFacts {
  const quiz = lesson.screens.find(screen => screen.type === 'quiz')
  if (quiz?.type !== 'quiz') throw new Error(`no quiz in ${lesson.id}`)
  return {
    first: lesson.screens[0]?.id ?? '',
    third: lesson.screens[2]?.id ?? '',
    middle: lesson.screens[5]?.id ?? '',
    quizId: quiz.id,
    last: lesson.screens.at(-1)?.id ?? '',
    outline: outlineOf(lesson),
    quiz: quizOf(lesson),
  }
}
