/** `POST /api/assignments/<id>/excuse` with `{ pupilId, excused }`: no reason is asked for. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { excuseBody } from '#shared/api/assignments'
import { requireTeacher } from '../../../edge/people/require-teacher.ts'
import { setExcused } from '../../../assignments/assignments.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { teacher, db } = await requireTeacher(event)
  const id = getRouterParam(event, 'id') ?? ''
  await setExcused(db, teacher, id, await readInput(event, excuseBody))
  setResponseStatus(event, 204)
})
