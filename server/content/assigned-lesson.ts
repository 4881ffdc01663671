/** The lesson of an assignment, as its class takes it. */
import { boosterOf } from '#activities/booster'
import type { Lesson } from '#activities/lesson'
import { Refusal } from '../platform/refusal.ts'
import type { Row } from '../platform/database/schema.ts'
import { findLesson, type Library } from './library.ts'
import { appLibrary } from './app-library.ts'

/** @returns undefined where the lesson is no longer part of the app */
export function assignedLesson(library: Library, { lesson_id: id, kind }: Pick<Row<'assignment'>, 'lesson_id' | 'kind'>): Lesson | undefined {
  const lesson = findLesson(library, id, 'en')
  return lesson && kind === 'booster' ? boosterOf(lesson) : lesson
}

/** @throws `invalid` where one of the lessons that somebody chose is no longer part of the app */
export async function ensureChosenLessons(ids: readonly string[]): Promise<void> {
  const library = await appLibrary()
  if (ids.some(id => !findLesson(library, id, 'en'))) throw new Refusal('invalid', 'lesson-chosen-gone')
}

/** @throws `gone` where the lesson is no longer part of the app */
export async function requireAssignedLesson(assignment: Pick<Row<'assignment'>, 'lesson_id' | 'kind'>): Promise<{ lesson: Lesson, library: Library }> {
  const library = await appLibrary()
  const lesson = assignedLesson(library, assignment)
  if (!lesson) throw new Refusal('gone', 'lesson-gone', { reason: 'gone' })
  return { lesson, library }
}
