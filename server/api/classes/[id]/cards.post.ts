/** `POST /api/classes/<id>/cards` with `{ pupilIds }`: the keys of new cards, told this once. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { SomePupils } from '../../../classes/class-input.ts'
import { makeCards } from '../../../classes/pupils.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { pupilIds } = await readInput(event, SomePupils)
  return makeCards(db, staff, getRouterParam(event, 'id') ?? '', pupilIds)
})
