/** The lesson that a request names. */
import { getQuery, getRouterParam, type H3Event } from 'h3'
import type { Lesson } from '#activities/lesson'
import { Refusal } from '../../platform/refusal.ts'
import { findLesson, issuesOf, type Library } from '../../content/library.ts'
import { appLibrary } from '../../content/app-library.ts'
import { localeIn } from './locale-in.ts'

/** @throws a `not-found` that says where to look */
export async function requestedLesson(event: H3Event): Promise<{ lesson: Lesson, library: Library, locale: string }> {
  const locale = localeIn(getQuery(event))
  const library = await appLibrary()
  const id = getRouterParam(event, 'id') ?? ''
  const lesson = findLesson(library, id, locale)
  const issues = lesson || !import.meta.dev ? [] : issuesOf(library, id, locale)
  if (issues.length > 0) throw new Refusal('unusable', 'lesson-unusable', { issues })
  if (!lesson) throw new Refusal('not-found', 'no-lesson')
  return { lesson, library, locale }
}
