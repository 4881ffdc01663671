/** `POST /api/classes/<id>/cards` with `{ pupilIds }`: the keys of new cards, told this once. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../auth/require-staff.ts'
import { SomePupils } from '../../../database/class-input.ts'
import { makeCards } from '../../../database/pupils.ts'
import { readInput } from '../../../security/input.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { pupilIds } = await readInput(event, SomePupils)
  return makeCards(db, staff, getRouterParam(event, 'id') ?? '', pupilIds)
})
