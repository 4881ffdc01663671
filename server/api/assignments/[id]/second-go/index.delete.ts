/** `DELETE /api/assignments/<id>/second-go`, `?pupil=<id>` for one: takes it back. What was finished before stays finished. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { secondGoQuery } from '#shared/api/assignments'
import { requireTeacher } from '../../../../edge/people/require-teacher.ts'
import { takeBackSecondGo } from '../../../../assignments/second-go.ts'
import { readAsked } from '../../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { teacher, db } = await requireTeacher(event)
  const id = getRouterParam(event, 'id') ?? ''
  await takeBackSecondGo(db, teacher, id, readAsked(event, secondGoQuery).pupil)
  setResponseStatus(event, 204)
})
