/** `GET /api/lessons/<id>/scenes/<screen>`: a screen's first scene, as an SVG file. Anybody may see it, as the lesson. */
import { defineEventHandler, getRouterParam } from 'h3'
import { sceneOf } from '#activities/lesson'
import { drawnFile } from '../../../../edge/request/drawn-file.ts'
import { requestedLesson } from '../../../../edge/request/requested-lesson.ts'
import { Refusal } from '../../../../platform/refusal.ts'

export default defineEventHandler(async (event): Promise<string> => {
  const { lesson } = await requestedLesson(event)
  const drawn = sceneOf(lesson, getRouterParam(event, 'screen') ?? '')
  if (!drawn) throw new Refusal('not-found', 'no-scene')
  return drawnFile(event, drawn)
})
