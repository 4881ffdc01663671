/** A lesson looked at again some weeks later: its check and its quiz, without the stories (a booster after 6 to 8 weeks). */
import type { Lesson } from '#activities/lesson'

/** Minutes that four questions and a quiz take. */
const MINUTES = 10

/** @returns the same lesson with its opening, the check after, the quiz and the ending; its screens keep their ids */
export function boosterOf(lesson: Lesson): Lesson {
  const isKept = (screen: Lesson['screens'][number]) =>
    ['opening', 'quiz', 'ending'].includes(screen.type) || (screen.type === 'check' && screen.form === 'after')
  return { ...lesson, minutes: MINUTES, screens: lesson.screens.filter(isKept) }
}
