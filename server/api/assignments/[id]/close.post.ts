/** `POST /api/assignments/<id>/close`: nothing more is taken. A day later single answers go; until then it can be undone (`reopen`). */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireTeacher } from '../../../edge/people/require-teacher.ts'
import { withReserve } from '../../../platform/database/reserve.ts'
import { closeAssignment } from '../../../assignments/closing.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { teacher, db } = await requireTeacher(event)
  const id = getRouterParam(event, 'id') ?? ''
  await withReserve(db, () => closeAssignment(db, teacher, id))
  setResponseStatus(event, 204)
})
