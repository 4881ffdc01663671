/** `GET /api/classes/<id>/door`: the code, until when it opens the class, and how many are in; never who. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { Door } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { requestedLocale } from '../../../edge/request/locale-in.ts'
import { assignmentsOf, today } from '../../../assignments/assignments.ts'
import { doorOf } from '../../../classes/letting-in.ts'
import { assignedLesson, titleOf } from '../../../content/app/assigned-lesson.ts'
import { appLibrary } from '../../../content/app/app-library.ts'

export default defineEventHandler(async (event): Promise<Door> => {
  const { staff, db } = await requireStaff(event)
  const classId = getRouterParam(event, 'id') ?? ''
  const door = await doorOf(db, staff, classId)
  const now = (await assignmentsOf(db, staff, classId))
    .findLast(({ opens_on: opensOn, closed_at: closedAt }) => opensOn <= today() && closedAt === null)
  if (!now) return { ...door, cover: null }
  const { locale, cover } = titleOf(now.lesson_id, assignedLesson(await appLibrary(), now, requestedLocale(event)))
  return { ...door, cover: cover === null ? null : { id: now.lesson_id, locale, cover } }
})
