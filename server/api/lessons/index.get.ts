/** The catalogue: every lesson that exists. */
import { defineEventHandler } from 'h3'
import type { LessonInCatalogue } from '#shared/api/content'
import { appLibrary } from '../../content/app-library.ts'

export default defineEventHandler(async (): Promise<LessonInCatalogue[]> => {
  const { lessons } = await appLibrary()
  return lessons.map(({ value: { id, title, summary, module, band, minutes, locale, reviewedBy } }) =>
    ({ id, title, summary, module, band, minutes, locale, reviewedBy }))
})
