/** Every activity type with what it is for. */
import { defineEventHandler } from 'h3'
import type { ActivityType } from '#activities/schemas'
import { thumbnailOf } from '#activities/thumbnails'
import type { GalleryEntry } from '#shared/api/content'
import { activityTypes, purposeOf } from '../../content/app/examples.ts'

export default defineEventHandler((): GalleryEntry<ActivityType>[] => activityTypes.map(type => ({
  type, purpose: purposeOf(type), hasPicture: thumbnailOf(type) !== undefined,
})))
