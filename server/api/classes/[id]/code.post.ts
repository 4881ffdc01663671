/** `POST /api/classes/<id>/code`: a new code; the old one opens nothing any more. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { changeCode } from '../../../classes/classes.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  return changeCode(db, staff, getRouterParam(event, 'id') ?? '')
})
