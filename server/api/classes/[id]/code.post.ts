/** `POST /api/classes/<id>/code`: a new code; the old one opens nothing any more. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { NewCode } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { changeCode } from '../../../classes/classes.ts'

export default defineEventHandler(async (event): Promise<NewCode> => {
  const { staff, db } = await requireStaff(event)
  return changeCode(db, staff, getRouterParam(event, 'id') ?? '')
})
