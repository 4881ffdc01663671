/** The lesson of an assignment, as its class takes it. */
import { boosterOf } from '#activities/booster'
import type { Lesson } from '#activities/lesson'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { Refusal } from '../../platform/refusal.ts'
import type { Row } from '../../platform/database/schema.ts'
import { lessonFor, type Library } from '../library/library.ts'
import { appLibrary } from './app-library.ts'

type Assignment = Pick<Row<'assignment'>, 'lesson_id' | 'kind'>

/**
 * @param locale in which it is read; what is counted is the same in every language, since its ids are
 * @returns undefined where the lesson is no longer part of the app
 */
export function assignedLesson(library: Library, { lesson_id: id, kind }: Assignment, locale = DEFAULT_LOCALE): Lesson | undefined {
  const lesson = lessonFor(library, id, locale)
  return lesson && kind === 'booster' ? boosterOf(lesson) : lesson
}

/** @returns how a lesson is shown in a list of a class's; by its id where it is no longer part of the app */
export const titleOf = (id: string, lesson: Lesson | undefined) => ({
  title: lesson?.title ?? id,
  locale: lesson?.locale ?? DEFAULT_LOCALE,
  cover: lesson?.cover?.alt ?? null,
})

/** @throws `invalid` where one of the lessons that somebody chose is no longer part of the app */
export async function ensureChosenLessons(ids: readonly string[]): Promise<void> {
  const library = await appLibrary()
  if (ids.some(id => !lessonFor(library, id, DEFAULT_LOCALE))) throw new Refusal('invalid', 'lesson-chosen-gone')
}

/** @throws `gone` where the lesson is no longer part of the app */
export async function requireAssignedLesson(assignment: Assignment, locale?: string): Promise<{ lesson: Lesson, library: Library }> {
  const library = await appLibrary()
  const lesson = assignedLesson(library, assignment, locale)
  if (!lesson) throw new Refusal('gone', 'lesson-gone', { reason: 'gone' })
  return { lesson, library }
}
