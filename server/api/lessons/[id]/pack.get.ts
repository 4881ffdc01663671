/** The teacher pack of a lesson, in the words of the reader's own nation, or null where there is none yet: the lesson works without. */
import { defineEventHandler } from 'h3'
import type { LessonPack } from '#shared/api/packs'
import { findPack } from '../../../content/library/library.ts'
import { packView } from '../../../content/library/pack-view.ts'
import { nationOf } from '../../../edge/people/school-nation.ts'
import { requestedLesson } from '../../../edge/request/requested-lesson.ts'
import { playerMessages } from '../../../scorm/package/player-messages.ts'

export default defineEventHandler(async (event): Promise<LessonPack> => {
  const { lesson, library, locale } = await requestedLesson(event)
  const found = findPack(library, lesson.id, locale)
  return { pack: found ? packView(found, lesson, library, playerMessages(locale), await nationOf(event)) : null }
})
