/** `POST /api/lti/pick` with `{ lessonIds, withGrades }`: what the page hands to the LMS. */
import { defineEventHandler } from 'h3'
import { pickedBody, type PickedLessons } from '#shared/api/lti'
import { appLibrary } from '../../content/app/app-library.ts'
import { ensureChosenLessons } from '../../content/app/assigned-lesson.ts'
import { lessonFor } from '../../content/library/library.ts'
import { requirePicking } from '../../edge/people/require-lti-teacher.ts'
import { readInput } from '../../edge/request/input.ts'
import { requestedLocale } from '../../edge/request/locale-in.ts'
import { pickedMessage } from '../../lti/deep-link.ts'

export default defineEventHandler(async (event): Promise<PickedLessons> => {
  const { teacher, picking, db } = await requirePicking(event)
  const { lessonIds, withGrades } = await readInput(event, pickedBody)
  await ensureChosenLessons({ lessonIds, part: { kind: 'whole' }, leftOut: [], putIn: [] })
  const library = await appLibrary()
  const chosen = lessonIds.map(id => ({ id, title: lessonFor(library, id, requestedLocale(event))?.title ?? id }))
  return pickedMessage(db, teacher.platform, picking, chosen, withGrades)
})
