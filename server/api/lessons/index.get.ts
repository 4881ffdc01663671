/** The catalogue: every lesson that exists, once, and the languages that it is in. */
import { defineEventHandler } from 'h3'
import type { LessonInCatalogue } from '#shared/api/content'
import { sittingsOf } from '#activities/sittings'
import { appLibrary } from '../../content/app/app-library.ts'
import { lessonsIn } from '../../content/library/library.ts'
import { requestedLocale } from '../../edge/request/locale-in.ts'

export default defineEventHandler(async (event): Promise<LessonInCatalogue[]> => {
  const library = await appLibrary()
  return lessonsIn(library, requestedLocale(event)).map((lesson) => {
    const { id, title, summary, module, band, minutes, locale, reviewedBy, cover } = lesson
    return {
      id, title, summary, module, band, minutes, locale, reviewedBy,
      sittings: sittingsOf(lesson),
      cover: cover?.alt ?? null,
      locales: library.lessons.filter(({ value }) => value.id === id).map(({ value }) => value.locale),
    }
  })
})
