/** Everything that a lesson says, for parents, governors and screen readers. */
import { defineEventHandler } from 'h3'
import type { LessonText } from '#shared/api/content'
import { lessonText } from '#activities/full-text'
import type { Lesson } from '#activities/lesson'
import { requestedLesson } from '../../../edge/request/requested-lesson.ts'
import { playerMessages } from '../../../scorm/package/player-messages.ts'

/** Put together once for each lesson as it was read: it takes some milliseconds of the thread that takes answers. */
const texts = new WeakMap<Lesson, ReturnType<typeof lessonText>>()

export default defineEventHandler(async (event): Promise<LessonText> => {
  const { lesson, locale } = await requestedLesson(event)
  const sections = texts.get(lesson) ?? lessonText(lesson, playerMessages(locale))
  texts.set(lesson, sections)
  return { id: lesson.id, locale, title: lesson.title, band: lesson.band, minutes: lesson.minutes, sections }
})
