/**
 * `GET /api/assignments?class=<id>`: the board of a class; `&scores=1` with quiz totals, `&room=1` as a whole room
 * may see it. Asked again every few seconds, so an unchanged one is answered with 304.
 */
import { createHash } from 'node:crypto'
import { defineEventHandler, getRequestHeader, setResponseHeaders, setResponseStatus } from 'h3'
import { type AssignmentOnBoard, type Board, boardQuery } from '#shared/api/assignments'
import { forRoom } from '#shared/api/room-board'
import { sittingsOf } from '#activities/sittings'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { listedLesson, titleOf } from '../../content/app/assigned-lesson.ts'
import { appLibrary } from '../../content/app/app-library.ts'
import { requestedLocale } from '../../edge/request/locale-in.ts'
import { boardOf } from '../../assignments/board.ts'
import { readAsked } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Board | null> => {
  const { staff, db } = await requireStaff(event)
  const { class: classId, scores, room } = readAsked(event, boardQuery)
  const all = await boardOf(db, staff, classId, scores === '1')
  const { assignments, removed, ...board } = room === '1' ? forRoom(all) : all
  const library = await appLibrary()
  const lessonOf = (one: Pick<AssignmentOnBoard, 'lessonId' | 'kind' | 'part'>) => listedLesson(library, one, requestedLocale(event))
  const body: Board = {
    ...board,
    assignments: assignments.map((assignment) => {
      const lesson = lessonOf(assignment)
      return { ...assignment, ...titleOf(assignment.lessonId, lesson), sittings: lesson ? sittingsOf(lesson) : [] }
    }),
    removed: removed.map(one => ({ ...one, title: lessonOf(one)?.title ?? one.lessonId })),
  }
  const tag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url')}"`
  setResponseHeaders(event, { ETag: tag, 'Cache-Control': 'private, no-cache' })
  if (getRequestHeader(event, 'if-none-match') === tag) {
    setResponseStatus(event, 304)
    return null
  }
  return body
})
