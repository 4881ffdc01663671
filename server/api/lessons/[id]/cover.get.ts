/** `GET /api/lessons/<id>/cover`: the picture that stands for a lesson, as an SVG file. Anybody may see it, as the list of lessons. */
import { defineEventHandler } from 'h3'
import { coverOf } from '#activities/lesson'
import { drawnFile } from '../../../edge/request/drawn-file.ts'
import { requestedLesson } from '../../../edge/request/requested-lesson.ts'
import { Refusal } from '../../../platform/refusal.ts'

export default defineEventHandler(async (event): Promise<string> => {
  const { lesson } = await requestedLesson(event)
  const drawn = coverOf(lesson)
  if (!drawn) throw new Refusal('not-found', 'no-cover')
  return drawnFile(event, drawn)
})
