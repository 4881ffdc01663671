/**
 * `GET /api/assignments?class=<id>`: the board of a class; `&scores=1` with quiz totals. Asked again every few seconds, so an
 * unchanged one is answered with 304.
 */
import { createHash } from 'node:crypto'
import { defineEventHandler, getRequestHeader, setResponseHeaders, setResponseStatus } from 'h3'
import { type Board, boardQuery } from '#shared/api/assignments'
import { sittingsOf } from '#activities/sittings'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { assignedLesson } from '../../content/app/assigned-lesson.ts'
import { appLibrary } from '../../content/app/app-library.ts'
import { requestedLocale } from '../../edge/request/locale-in.ts'
import { boardOf } from '../../assignments/board.ts'
import { readAsked } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Board | null> => {
  const { staff, db } = await requireStaff(event)
  const { class: classId, scores } = readAsked(event, boardQuery)
  const { assignments, ...board } = await boardOf(db, staff, classId, scores === '1')
  const library = await appLibrary()
  const body = {
    ...board,
    assignments: assignments.map((assignment) => {
      const lesson = assignedLesson(library, { lesson_id: assignment.lessonId, kind: assignment.kind }, requestedLocale(event))
      return { ...assignment, title: lesson?.title ?? assignment.lessonId, sittings: lesson ? sittingsOf(lesson) : [] }
    }),
  }
  const tag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url')}"`
  setResponseHeaders(event, { ETag: tag, 'Cache-Control': 'private, no-cache' })
  if (getRequestHeader(event, 'if-none-match') === tag) {
    setResponseStatus(event, 304)
    return null
  }
  return body
})
