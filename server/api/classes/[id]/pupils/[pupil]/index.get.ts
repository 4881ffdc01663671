/** `GET /api/classes/<id>/pupils/<pupil>`: one pupil, and where they are in each lesson. */
import { defineEventHandler, getRouterParam, setResponseHeader } from 'h3'
import type { PupilInFull } from '#shared/api/assignments'
import { requireStaff } from '../../../../../edge/people/require-staff.ts'
import { requestedLocale } from '../../../../../edge/request/locale-in.ts'
import { listedLesson, titleOf } from '../../../../../content/app/assigned-lesson.ts'
import { appLibrary } from '../../../../../content/app/app-library.ts'
import { pupilInFull } from '../../../../../assignments/pupil-page.ts'

export default defineEventHandler(async (event): Promise<PupilInFull> => {
  const { staff, db } = await requireStaff(event)
  const pupil = await pupilInFull(db, staff, getRouterParam(event, 'id') ?? '', getRouterParam(event, 'pupil') ?? '')
  setResponseHeader(event, 'Cache-Control', 'no-store')
  const library = await appLibrary()
  const lessons = pupil.lessons.map((one) => {
    const lesson = listedLesson(library, one, requestedLocale(event))
    return { ...one, ...titleOf(one.lessonId, lesson) }
  })
  return { ...pupil, lessons }
})
