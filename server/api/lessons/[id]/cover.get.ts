/** `GET /api/lessons/<id>/cover`: the picture that stands for a lesson, as an SVG file. Anybody may see it, as the list of lessons. */
import { defineEventHandler, setResponseHeaders } from 'h3'
import { svgFile } from '#shared/scenes/svg-file'
import { coverOf, type Lesson } from '#activities/lesson'
import { requestedLesson } from '../../../edge/request/requested-lesson.ts'
import { Refusal } from '../../../platform/refusal.ts'

/** Composed once for each lesson as it was read. */
const covers = new WeakMap<Lesson, string>()

/** Seconds: a page that is left and come back to asks once. */
const AN_HOUR = 60 * 60

export default defineEventHandler(async (event): Promise<string> => {
  const { lesson } = await requestedLesson(event)
  const drawn = coverOf(lesson)
  if (!drawn) throw new Refusal('not-found', 'no-cover')
  const file = covers.get(lesson) ?? svgFile(drawn)
  covers.set(lesson, file)
  setResponseHeaders(event, {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Cache-Control': `public, max-age=${AN_HOUR}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': 'default-src \'none\'; style-src \'unsafe-inline\'; sandbox',
  })
  return file
})
