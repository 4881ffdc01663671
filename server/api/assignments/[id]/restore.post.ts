/** `POST /api/assignments/<id>/restore`: brings back what was removed, as it was. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { bringBack } from '../../../assignments/assignments.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff, db } = await requireStaff(event)
  const id = getRouterParam(event, 'id') ?? ''
  await bringBack(db, staff, id)
  setResponseStatus(event, 204)
})
