/** `GET /api/assignments/choices`: to whom and when something can be assigned. */
import { defineEventHandler } from 'h3'
import type { AssignChoices } from '#shared/api/assignments'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { choicesOf } from '../../assignments/choices.ts'

export default defineEventHandler(async (event): Promise<AssignChoices> => {
  const { staff, db } = await requireStaff(event)
  return choicesOf(db, staff)
})
