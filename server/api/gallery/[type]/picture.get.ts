/** `GET /api/gallery/<type>/picture`: an activity type's picture, as an SVG file. */
import { defineEventHandler, getRouterParam } from 'h3'
import { thumbnailOf } from '#activities/thumbnails'
import { activityTypes } from '../../../content/app/examples.ts'
import { drawnFile } from '../../../edge/request/drawn-file.ts'
import { Refusal } from '../../../platform/refusal.ts'

export default defineEventHandler((event): string => {
  const type = activityTypes.find(known => known === getRouterParam(event, 'type'))
  const drawn = type && thumbnailOf(type)
  if (!drawn) throw new Refusal('not-found', 'no-activity-type')
  return drawnFile(event, drawn)
})
