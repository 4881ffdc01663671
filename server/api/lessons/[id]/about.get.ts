/** What teachers want to know of a lesson before they use it. */
import { defineEventHandler } from 'h3'
import { requestedLesson } from '../../../content/requested-lesson.ts'

export default defineEventHandler(async (event) => {
  const { lesson: { id, title, summary, module, band, minutes, passMark, objectives, misconceptions, glossary, reviewedBy, screens } } = await requestedLesson(event)
  return {
    id, title, summary, module, band, minutes, passMark, objectives, misconceptions, glossary, reviewedBy,
    screens: screens.map(({ id, title, type }) => ({ id, title, type })),
  }
})
