/** One lesson as the player gets it, with the help routes of its band. */
import { defineEventHandler } from 'h3'
import { playerLesson } from '#activities/lesson'
import { routesFor } from '#shared/help-routes'
import { findHelp } from '../../../content/library.ts'
import { requestedLesson } from '../../../content/requested-lesson.ts'

export default defineEventHandler(async (event) => {
  const { lesson, library, locale } = await requestedLesson(event)
  const help = findHelp(library, locale)
  return { lesson: playerLesson(lesson), help: help ? routesFor(help, lesson.band) : [] }
})
