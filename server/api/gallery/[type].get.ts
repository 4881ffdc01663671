/** One activity type's example, with the help routes and glossary terms that a lesson would bring. */
import { defineEventHandler, getRouterParam } from 'h3'
import { drawScenes, withWholeScenes } from '#activities/scenes'
import type { Activity } from '#activities/schemas'
import { thumbnailOf } from '#activities/thumbnails'
import type { GalleryExample } from '#shared/api/content'
import { Refusal } from '../../platform/refusal.ts'
import { activityTypes, exampleOf, purposeOf } from '../../content/app/examples.ts'
import { helpFor, lessonsIn } from '../../content/library/library.ts'
import { appLibrary } from '../../content/app/app-library.ts'
import { requestedLocale } from '../../edge/request/locale-in.ts'

export default defineEventHandler(async (event): Promise<GalleryExample<Activity>> => {
  const type = activityTypes.find(known => known === getRouterParam(event, 'type'))
  if (!type) throw new Refusal('not-found', 'no-activity-type')
  const { yaml, activity } = await exampleOf(type).catch((cause: unknown) => {
    throw new Refusal('broken', 'example-unusable', { issues: String(cause) })
  })
  const locale = requestedLocale(event)
  const library = await appLibrary()
  const glossary = lessonsIn(library, locale).flatMap(lesson => lesson.glossary)
  // Drawn for the register that the examples are written for; the other one shows the same.
  const { screens: [drawn = activity], faces, art } = drawScenes(withWholeScenes([activity]), 'warm', false)
  return { type, purpose: purposeOf(type), hasPicture: thumbnailOf(type) !== undefined, yaml, activity: drawn, faces, art, glossary, help: helpFor(library, locale, '11-14') }
})
