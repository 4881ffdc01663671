/** `DELETE /api/assignments/<id>/catch-up?pupil=<id>`: it is closed for this pupil too. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { catchUpQuery } from '#shared/api/assignments'
import { requireTeacher } from '../../../../edge/people/require-teacher.ts'
import { endCatchUp } from '../../../../assignments/catching-up.ts'
import { withReserve } from '../../../../platform/database/reserve.ts'
import { readAsked } from '../../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { teacher, db } = await requireTeacher(event)
  const id = getRouterParam(event, 'id') ?? ''
  const { pupil } = readAsked(event, catchUpQuery)
  await withReserve(db, () => endCatchUp(db, teacher, id, pupil))
  setResponseStatus(event, 204)
})
