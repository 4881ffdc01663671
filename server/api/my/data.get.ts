/**
 * `GET /api/my/data`: what is kept of the pupil who is signed in, to see and to save (UK GDPR, article 15). Of single answers
 * only that they are there.
 */
import { defineEventHandler, setResponseHeader } from 'h3'
import type { MyData } from '#shared/api/my'
import { requirePupil } from '../../edge/people/pupil-cookie.ts'
import { assignedLesson } from '../../content/app/assigned-lesson.ts'
import { appLibrary } from '../../content/app/app-library.ts'
import { requestedLocale } from '../../edge/request/locale-in.ts'
import { myData } from '../../assignments/my-data.ts'

export default defineEventHandler(async (event): Promise<MyData> => {
  const { pupil, db } = await requirePupil(event)
  setResponseHeader(event, 'Cache-Control', 'no-store')
  const library = await appLibrary()
  return myData(db, pupil, assignment => assignedLesson(library, assignment, requestedLocale(event)))
})
