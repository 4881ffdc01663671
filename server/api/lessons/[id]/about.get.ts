/** What teachers want to know of a lesson before they use it. */
import { defineEventHandler } from 'h3'
import type { LessonAbout } from '#shared/api/content'
import { sittingsOf } from '#activities/sittings'
import { claimedCodes, findCurriculum } from '../../../content/library/curriculum.ts'
import { requestedLesson } from '../../../edge/request/requested-lesson.ts'

export default defineEventHandler(async (event): Promise<LessonAbout> => {
  const { lesson, library, locale } = await requestedLesson(event)
  const { id, title, summary, module, band, minutes, passMark, objectives, misconceptions, glossary, reviewedBy, screens, cover } = lesson
  const curriculum = findCurriculum(library, locale)
  const claimed = curriculum ? claimedCodes(curriculum) : new Set<string>()
  return {
    id, locale, title, summary, module, band, minutes, passMark, misconceptions, glossary, reviewedBy,
    sittings: sittingsOf(lesson),
    cover: cover?.alt ?? null,
    // Codes whose wording nobody has seen yet are not claimed anywhere.
    objectives: objectives.map(objective => ({ ...objective, frameworks: objective.frameworks.filter(code => claimed.has(code)) })),
    screens: screens.map(({ id, title, type }) => ({ id, title, type })),
  }
})
