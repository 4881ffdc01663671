/** `POST /api/classes/<id>/cards` with `{ pupilIds }`: the keys of new cards, told this once. */
import { defineEventHandler, getRouterParam, readValidatedBody } from 'h3'
import { requireStaff } from '../../../auth/require-staff.ts'
import { SomePupils } from '../../../database/class-input.ts'
import { makeCards } from '../../../database/pupils.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { pupilIds } = await readValidatedBody(event, SomePupils.parse)
  return makeCards(db, staff, getRouterParam(event, 'id') ?? '', pupilIds)
})
