/** The lesson of an assignment, as its class takes it. */
import { assignedPart, choicesOf } from '#activities/assigned'
import { boosterOf } from '#activities/booster'
import type { Lesson } from '#activities/lesson'
import { partText, readPart, type LessonPart } from '#shared/lesson/part'
import { idsIn, questionFault, type ChosenQuestions } from '#shared/lesson/questions'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { Refusal } from '../../platform/refusal.ts'
import type { Row } from '../../platform/database/schema.ts'
import { lessonFor, type Library } from '../library/library.ts'
import { appLibrary } from './app-library.ts'

/** What was given, with the questions that are asked of it. */
export type Given = Pick<Row<'assignment'>, 'lesson_id' | 'kind' | 'part' | 'order_seed' | 'left_out' | 'put_in'>

/**
 * @param locale in which it is read; what is counted is the same in every language, since its ids are
 * @returns undefined where the lesson is no longer part of the app
 */
export function assignedLesson(library: Library, given: Given, locale = DEFAULT_LOCALE): Lesson | undefined {
  const lesson = lessonFor(library, given.lesson_id, locale)
  return lesson && assignedPart(given.kind === 'booster' ? boosterOf(lesson) : lesson, {
    part: given.kind === 'booster' ? { kind: 'whole' } : readPart(given.part),
    orderSeed: given.order_seed,
    leftOut: idsIn(given.left_out),
    putIn: idsIn(given.put_in),
  })
}

/** @returns the lesson where only its name, length or cover is shown: whichever of its questions are asked */
export function listedLesson(
  library: Library,
  { lessonId, kind, part }: { readonly lessonId: string, readonly kind: Given['kind'], readonly part: LessonPart },
  locale = DEFAULT_LOCALE,
): Lesson | undefined {
  return assignedLesson(library, { lesson_id: lessonId, kind, part: partText(part), order_seed: null, left_out: '', put_in: '' }, locale)
}

/** @returns how a lesson is shown in a list of a class's; by its id where it is no longer part of the app */
export const titleOf = (id: string, lesson: Lesson | undefined) => ({
  title: lesson?.title ?? id,
  locale: lesson?.locale ?? DEFAULT_LOCALE,
  cover: lesson?.cover?.alt ?? null,
})

interface Chosen extends ChosenQuestions {
  readonly lessonIds: readonly string[]
  readonly part: LessonPart
}

/**
 * @throws `invalid` where one of the lessons that somebody chose is no longer part of the app, has no such part, or would have no
 * fair quiz with these questions
 */
export async function ensureChosenLessons({ lessonIds, part, ...questions }: Chosen): Promise<void> {
  const library = await appLibrary()
  const lessons = lessonIds.map(id => lessonFor(library, id, DEFAULT_LOCALE))
  const areQuestions = questions.leftOut.length + questions.putIn.length > 0
  if (lessons.length > 1 && (part.kind === 'practice' || areQuestions)) throw new Refusal('invalid', 'one-lesson-at-a-time')
  for (const lesson of lessons) {
    if (!lesson) throw new Refusal('invalid', 'lesson-chosen-gone')
    const { sittings, practices, quiz } = choicesOf(lesson)
    const isThere = {
      whole: true,
      sitting: sittings !== null,
      quiz: quiz !== null,
      practice: practices.some(({ screen }) => part.kind === 'practice' && screen === part.screen),
    }[part.kind]
    if (!isThere) throw new Refusal('invalid', 'no-such-part')
    const fault = areQuestions ? (quiz ? questionFault(quiz, questions) : 'unknown') : null
    if (fault !== null) throw new Refusal('invalid', `questions-${fault}`, { fault })
  }
}

/** @throws `gone` where the lesson is no longer part of the app */
export async function requireAssignedLesson(assignment: Given, locale?: string): Promise<{ lesson: Lesson, library: Library }> {
  const library = await appLibrary()
  const lesson = assignedLesson(library, assignment, locale)
  if (!lesson) throw new Refusal('gone', 'lesson-gone', { reason: 'gone' })
  return { lesson, library }
}
