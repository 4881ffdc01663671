/** The curriculum map: which lesson works on which statement, and how that was checked. */
import { defineEventHandler } from 'h3'
import type { CurriculumMap } from '#shared/api/content'
import { Refusal } from '../platform/refusal.ts'
import { findCurriculum, mappings } from '../content/curriculum.ts'
import { appLibrary } from '../content/app-library.ts'

export default defineEventHandler(async (): Promise<CurriculumMap> => {
  const library = await appLibrary()
  const file = findCurriculum(library, 'en')
  if (!file) throw new Refusal('not-found', 'no-curriculum')
  return {
    frameworks: file.frameworks,
    checks: file.checks,
    unclaimed: file.statements.filter(({ checked }) => file.checks.some(({ id, claimed }) => id === checked && !claimed)),
    lessons: library.lessons.map(({ value: { id, title, band, reviewedBy, objectives } }) =>
      ({ id, title, band, isReviewed: reviewedBy.length > 0, objectives: objectives.map(({ id, text }) => ({ id, text })) })),
    mappings: mappings(library, file, 'en'),
  }
})
