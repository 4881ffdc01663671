/** One lesson as the player gets it, with the help routes of its band. */
import { defineEventHandler } from 'h3'
import type { LessonToPlay } from '#shared/api/content'
import { playerLesson, type PlayerLesson } from '#activities/lesson'
import { helpFor } from '../../../content/library/library.ts'
import { requestedLesson } from '../../../edge/request/requested-lesson.ts'

export default defineEventHandler(async (event): Promise<LessonToPlay<PlayerLesson>> => {
  const { lesson, library, locale } = await requestedLesson(event)
  return { lesson: playerLesson(lesson), help: helpFor(library, locale, lesson.band) }
})
