/** `GET /api/lti/pick`: what a teacher can choose for a course. */
import { defineEventHandler } from 'h3'
import type { PickableLessons } from '#shared/api/lti'
import { appLibrary } from '../../content/app/app-library.ts'
import { lessonsIn } from '../../content/library/library.ts'
import { requirePicking } from '../../edge/people/require-lti-teacher.ts'
import { requestedLocale } from '../../edge/request/locale-in.ts'

export default defineEventHandler(async (event): Promise<PickableLessons> => {
  const { picking } = await requirePicking(event)
  const lessons = lessonsIn(await appLibrary(), requestedLocale(event))
  return {
    isSeveral: picking.isSeveral,
    takesGrades: picking.takesGrades,
    lessons: lessons.map(({ id, title, band, minutes, screens }) => ({
      id, title, band, minutes,
      hasQuiz: screens.some(({ type }) => type === 'quiz'),
      hasSittings: screens.some(({ startsSitting }) => startsSitting),
    })),
  }
})
