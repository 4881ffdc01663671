/** A lesson as a class was given it: a part of it, questions left out or put in, one order for all. */
import type { Lesson, Screen } from '#activities/lesson'
import type { PlayedQuiz } from '#activities/quiz/score'
import { isActivity } from '#activities/is-activity'
import { recordsOf } from '#activities/scoring'
import { minutesOfScreens, sittingsOf } from '#activities/sittings'
import { placeInChapter } from '#shared/lesson/chapters'
import { screensOfPart, type LessonPart } from '#shared/lesson/part'
import { asItIs, stillFair, type ChosenQuestions } from '#shared/lesson/questions'

export interface Given extends ChosenQuestions {
  readonly part: LessonPart
  /** What questions and options of the quiz are shuffled by; null where each pupil has an order of their own. */
  readonly orderSeed: number | null
}

/** A practice can stand alone: there is something to do on it, it is no check, and it asks nothing that an earlier screen told. */
const isPractice = (screen: Screen): boolean => isActivity(screen) && recordsOf(screen.type) === 'completion'

/**
 * @returns the lesson that is played: always with its opening and its ending. Screens keep their ids and its version, and the pass
 * mark is a share, so it goes for fewer questions too. The same lesson where all of it is given as it is
 */
export function assignedPart(lesson: Lesson, { part, orderSeed, ...chosen }: Given): Lesson {
  const screens = screensOfPart(lesson.screens, part, isPractice).map(screen => asked(screen, orderSeed, chosen))
  if (screens.length === lesson.screens.length) return { ...lesson, screens }
  return { ...lesson, minutes: minutesOf(lesson, part, screens), screens: inOneSitting(lesson, screens) }
}

function minutesOf(lesson: Lesson, part: LessonPart, screens: readonly Screen[]): number {
  return (part.kind === 'sitting' ? sittingsOf(lesson)[part.sitting - 1]?.minutes : undefined) ?? minutesOfScreens(lesson, screens)
}

/** The chapter path begins with the part's own chapter, there is no break to come, and nobody is announced who is not met. */
function inOneSitting(lesson: Lesson, [opening, ...others]: readonly Screen[]): Screen[] {
  if (opening?.type !== 'opening') return [...others]
  const [first, ...rest] = others.map(({ startsSitting: _, ...screen }) => screen as Screen)
  const chapter = first && placeInChapter(lesson.screens, first.id)?.chapter
  const met = JSON.stringify(others)
  const people = opening.people?.filter(({ id }) => met.includes(`"${id}"`) || met.includes(`"face-${id}`))
  const { people: _, ...plain } = opening
  return [
    { ...plain, ...(chapter && { chapter }), ...(people && people.length > 1 && { people }) },
    ...first ? [{ ...first, chapter: undefined }] : [],
    ...rest,
  ]
}

function asked(screen: Screen, orderSeed: number | null, chosen: ChosenQuestions): Screen {
  if (screen.type !== 'quiz') return screen
  const { leftOut, putIn } = stillFair(screen, chosen)
  const left = <T extends { id: string }>(pool: readonly T[]) => pool.filter(({ id }) => !leftOut.includes(id))
  const quiz: PlayedQuiz = {
    ...screen,
    pool: left(screen.pool),
    // The version with less at once asks the same questions in the same order.
    ...(screen.support && Array.isArray(screen.support.pool)
      && { support: { ...screen.support, pool: left(screen.support.pool as { id: string }[]) } }),
    ...(putIn.length > 0 && { always: putIn }),
    ...(orderSeed !== null && { orderSeed }),
  }
  return quiz
}

/** What a teacher can choose of a lesson. */
export function choicesOf(lesson: Lesson) {
  const minutesOfPart = (part: LessonPart) => assignedPart(lesson, { part, orderSeed: null, ...asItIs }).minutes
  const quiz = lesson.screens.find(screen => screen.type === 'quiz')
  const [first, second] = sittingsOf(lesson)
  return {
    minutes: lesson.minutes,
    sittings: second && first ? [first.minutes, second.minutes] as const : null,
    practices: lesson.screens.filter(isPractice).map(screen => ({
      screen: screen.id, title: screen.title, type: screen.type, minutes: minutesOfPart({ kind: 'practice', screen: screen.id }),
    })),
    quiz: quiz?.type === 'quiz'
      ? {
          draw: quiz.draw,
          minutes: minutesOfPart({ kind: 'quiz' }),
          pool: quiz.pool.map(({ id, objective, vignette, question }) => ({ id, objective, vignette: vignette ?? null, question })),
        }
      : null,
  }
}
