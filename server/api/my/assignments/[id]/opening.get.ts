/**
 * `GET /api/my/assignments/<id>/opening`: as far as a page that is waited for needs it. Who begins meets the opening, and the rest comes
 * behind it; who goes on in the middle has all of it at once.
 */
import { defineEventHandler } from 'h3'
import type { MyOpening } from '#shared/api/my'
import type { PlayerLesson } from '#activities/lesson'
import { openingArt, openingOf } from '#activities/opening'
import { requestedMyLesson } from '../../../../edge/request/my-lesson.ts'

export default defineEventHandler(async (event): Promise<MyOpening<PlayerLesson>> => {
  const mine = await requestedMyLesson(event)
  if (mine.state !== null) return { ...mine, isWhole: true }
  const { lesson } = mine
  return { ...mine, lesson: { ...openingOf(lesson), art: openingArt(lesson) }, isWhole: false }
})
