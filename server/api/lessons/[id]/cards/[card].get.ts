/** `GET /api/lessons/<id>/cards/<card>`: a word card's picture, as an SVG file. Anybody may see it, as the pack. */
import { defineEventHandler, getRouterParam } from 'h3'
import { findPack } from '../../../../content/library/library.ts'
import { drawnCard } from '../../../../content/library/pack-cards.ts'
import { drawnFile } from '../../../../edge/request/drawn-file.ts'
import { requestedLesson } from '../../../../edge/request/requested-lesson.ts'
import { Refusal } from '../../../../platform/refusal.ts'

export default defineEventHandler(async (event): Promise<string> => {
  const { lesson, library, locale } = await requestedLesson(event)
  const card = findPack(library, lesson.id, locale)?.pack.cards?.find(({ id }) => id === getRouterParam(event, 'card'))
  const drawn = card && drawnCard(card, lesson)
  if (!drawn) throw new Refusal('not-found', 'no-card')
  return drawnFile(event, drawn)
})
