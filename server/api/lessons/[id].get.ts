/** One lesson as the player gets it, with the help routes of its band. */
import { createError, defineEventHandler, getQuery, getRouterParam } from 'h3'
import { z } from 'zod'
import { playerLesson } from '#activities/lesson'
import { routesFor } from '#shared/help-routes'
import { findHelp, findLesson } from '../../content/library.ts'
import { appLibrary } from '../../content/library-in-app.ts'

const Query = z.object({ locale: z.string().default('en') })

export default defineEventHandler(async (event) => {
  const { locale } = Query.parse(getQuery(event))
  const library = await appLibrary()
  const lesson = findLesson(library, getRouterParam(event, 'id') ?? '', locale)
  if (!lesson) throw createError({ statusCode: 404, statusMessage: 'There is no such lesson. Look at the list of lessons for the ones there are.' })
  const help = findHelp(library, locale)
  return { lesson: playerLesson(lesson), help: help ? routesFor(help, lesson.band) : [] }
})
