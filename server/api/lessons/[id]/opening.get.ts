/** One lesson as far as its opening needs it. A page that is waited for holds this; the rest comes behind it. */
import { defineEventHandler } from 'h3'
import type { LessonToPlay } from '#shared/api/content'
import { playerLesson, type PlayerLesson } from '#activities/lesson'
import { openingArt, openingOf } from '#activities/opening'
import { helpFor } from '../../../content/library/library.ts'
import { requestedLesson } from '../../../edge/request/requested-lesson.ts'

export default defineEventHandler(async (event): Promise<LessonToPlay<PlayerLesson>> => {
  const { lesson, library, locale } = await requestedLesson(event)
  const whole = playerLesson(lesson)
  return { lesson: { ...openingOf(whole), art: openingArt(whole) }, help: helpFor(library, locale, lesson.band) }
})
