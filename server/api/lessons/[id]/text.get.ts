/** Everything that a lesson says, for parents, governors and screen readers. */
import { defineEventHandler } from 'h3'
import { lessonText } from '#activities/full-text'
import { playerMessages } from '../../../scorm/player-messages.ts'
import { requestedLesson } from '../../../content/requested-lesson.ts'

export default defineEventHandler(async (event) => {
  const { lesson, locale } = await requestedLesson(event)
  return { id: lesson.id, title: lesson.title, band: lesson.band, minutes: lesson.minutes, sections: lessonText(lesson, playerMessages(locale)) }
})
