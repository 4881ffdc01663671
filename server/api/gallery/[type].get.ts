/** One activity type's example, with the help routes and glossary terms that a lesson would bring. */
import { createError, defineEventHandler, getRouterParam } from 'h3'
import { activityTypes, exampleOf, purposeOf } from '../../content/examples.ts'
import { helpFor } from '../../content/library.ts'
import { appLibrary } from '../../content/app-library.ts'

export default defineEventHandler(async (event) => {
  const type = activityTypes.find(known => known === getRouterParam(event, 'type'))
  if (!type) throw createError({ statusCode: 404, statusMessage: 'There is no such activity type. The gallery lists the ones there are.' })
  const { yaml, activity } = await exampleOf(type).catch((cause: unknown) => {
    throw createError({ statusCode: 500, statusMessage: 'The example cannot be used.', data: { issues: String(cause) } })
  })
  const library = await appLibrary()
  const glossary = library.lessons.flatMap(({ value }) => value.glossary)
  return { type, purpose: purposeOf(type), yaml, activity, glossary, help: helpFor(library, 'en', '11-14') }
})
