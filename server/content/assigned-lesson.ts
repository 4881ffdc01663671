/** The lesson of an assignment, as its class takes it. */
import { createError } from 'h3'
import { boosterOf } from '#activities/booster'
import type { Lesson } from '#activities/lesson'
import type { Row } from '../platform/database/schema.ts'
import { findLesson, type Library } from './library.ts'
import { appLibrary } from './app-library.ts'

/** @returns undefined where the lesson is no longer part of the app */
export function assignedLesson(library: Library, { lesson_id: id, kind }: Pick<Row<'assignment'>, 'lesson_id' | 'kind'>): Lesson | undefined {
  const lesson = findLesson(library, id, 'en')
  return lesson && kind === 'booster' ? boosterOf(lesson) : lesson
}

/** @throws 410 where the lesson is no longer part of the app */
export async function requireAssignedLesson(assignment: Pick<Row<'assignment'>, 'lesson_id' | 'kind'>): Promise<{ lesson: Lesson, library: Library }> {
  const library = await appLibrary()
  const lesson = assignedLesson(library, assignment)
  if (!lesson) throw createError({ statusCode: 410, statusMessage: 'This lesson is no longer part of Who\'s There?. Your teacher can choose another one.', data: { reason: 'gone' } })
  return { lesson, library }
}
