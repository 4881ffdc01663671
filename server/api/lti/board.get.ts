/** `GET /api/lti/board`: how far a course is. */
import { defineEventHandler } from 'h3'
import type { LtiBoard } from '#shared/api/lti'
import { appLibrary } from '../../content/app/app-library.ts'
import { lessonFor } from '../../content/library/library.ts'
import { requireCourse } from '../../edge/people/require-lti-teacher.ts'
import { requestedLocale } from '../../edge/request/locale-in.ts'
import { courseBoard } from '../../lti/course-board.ts'

export default defineEventHandler(async (event): Promise<LtiBoard> => {
  const { viewer, db } = await requireCourse(event)
  const [board, library] = await Promise.all([courseBoard(db, viewer), appLibrary()])
  const titleOf = (id: string) => lessonFor(library, id, requestedLocale(event))?.title ?? id
  return { ...board, lessons: board.lessons.map(lesson => ({ ...lesson, title: titleOf(lesson.lessonId) })) }
})
