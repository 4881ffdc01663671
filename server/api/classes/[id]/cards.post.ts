/** `POST /api/classes/<id>/cards` with `{ pupilIds }`: the keys of new cards, told this once. */
import { defineEventHandler, getRouterParam } from 'h3'
import { type Card, somePupilsBody } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { makeCards } from '../../../classes/pupils.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Card[]> => {
  const { staff, db } = await requireStaff(event)
  const { pupilIds } = await readInput(event, somePupilsBody)
  return makeCards(db, staff, getRouterParam(event, 'id') ?? '', pupilIds)
})
