/** `POST /api/assignments/<id>/catch-up` with `{ pupilId }`: who missed it does it after it was closed, and nobody else can. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { catchUpBody } from '#shared/api/assignments'
import { requireTeacher } from '../../../../edge/people/require-teacher.ts'
import { letCatchUp } from '../../../../assignments/catching-up.ts'
import { readInput } from '../../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { teacher, db } = await requireTeacher(event)
  const id = getRouterParam(event, 'id') ?? ''
  const { pupilId } = await readInput(event, catchUpBody)
  await letCatchUp(db, teacher, id, pupilId)
  setResponseStatus(event, 204)
})
