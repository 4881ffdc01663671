/** The lesson that a request names. */
import { getRouterParam, type H3Event } from 'h3'
import type { Lesson } from '#activities/lesson'
import { Refusal } from '../../platform/refusal.ts'
import { issuesOf, lessonFor, type Library } from '../../content/library/library.ts'
import { appLibrary } from '../../content/app/app-library.ts'
import { requestedLocale } from './locale-in.ts'

/**
 * @returns the lesson in the language that is asked for, else in the default one, and which that is. @throws a `not-found` that
 * says where to look
 */
export async function requestedLesson(event: H3Event): Promise<{ lesson: Lesson, library: Library, locale: string }> {
  const locale = requestedLocale(event)
  const library = await appLibrary()
  const id = getRouterParam(event, 'id') ?? ''
  const issues = import.meta.dev ? issuesOf(library, id, locale) : []
  if (issues.length > 0) throw new Refusal('unusable', 'lesson-unusable', { issues })
  const lesson = lessonFor(library, id, locale)
  if (!lesson) throw new Refusal('not-found', 'no-lesson')
  return { lesson, library, locale: lesson.locale }
}
