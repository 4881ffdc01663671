/** The curriculum map: which lesson works on which statement, and how that was checked. */
import { awaitsReview } from '#shared/lesson/awaits-review'
import { defineEventHandler } from 'h3'
import type { CurriculumMap } from '#shared/api/content'
import { Refusal } from '../platform/refusal.ts'
import { findCurriculum, mappings } from '../content/library/curriculum.ts'
import { lessonsIn } from '../content/library/library.ts'
import { appLibrary } from '../content/app/app-library.ts'
import { requestedLocale } from '../edge/request/locale-in.ts'

export default defineEventHandler(async (event): Promise<CurriculumMap> => {
  const library = await appLibrary()
  const locale = requestedLocale(event)
  const file = findCurriculum(library, locale)
  if (!file) throw new Refusal('not-found', 'no-curriculum')
  const lessons = lessonsIn(library, locale)
  return {
    locale: file.locale,
    frameworks: file.frameworks,
    checks: file.checks,
    unclaimed: file.statements.filter(({ checked }) => file.checks.some(({ id, claimed }) => id === checked && !claimed)),
    lessons: lessons.map(({ id, locale, title, band, reviewedBy, objectives }) =>
      ({ id, locale, title, band, isReviewed: !awaitsReview(reviewedBy), objectives: objectives.map(({ id, text }) => ({ id, text })) })),
    mappings: mappings(lessons, file),
  }
})
