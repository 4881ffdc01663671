/** The lesson that a request names. */
import { createError, getQuery, getRouterParam, type H3Event } from 'h3'
import { z } from 'zod'
import type { Lesson } from '#activities/lesson'
import { findLesson, issuesOf, type Library } from './library.ts'
import { appLibrary } from './app-library.ts'

const Query = z.object({ locale: z.string().max(10).catch('en') })

/** @throws a 404 that says where to look */
export async function requestedLesson(event: H3Event): Promise<{ lesson: Lesson, library: Library, locale: string }> {
  const { locale } = Query.parse(getQuery(event))
  const library = await appLibrary()
  const id = getRouterParam(event, 'id') ?? ''
  const lesson = findLesson(library, id, locale)
  const issues = lesson || !import.meta.dev ? [] : issuesOf(library, id, locale)
  if (issues.length > 0) throw createError({ statusCode: 422, statusMessage: 'This lesson has something that cannot be used. It comes back as soon as that is put right.', data: { issues } })
  if (!lesson) throw createError({ statusCode: 404, statusMessage: 'There is no such lesson. The list of lessons shows the ones there are.' })
  return { lesson, library, locale }
}
