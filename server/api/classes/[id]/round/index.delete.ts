/** `DELETE /api/classes/<id>/round`: what the class said together is forgotten, at once or when its board has gone. */
import { defineEventHandler, getRouterParam } from 'h3'
import { endRoundQuery, type BoardRoundAnswer } from '#shared/api/rounds'
import { ensureClass } from '../../../../accounts/staff/class-access.ts'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { readAsked } from '../../../../edge/request/input.ts'
import { rounds } from '../../../../insight/rounds.ts'

export default defineEventHandler(async (event): Promise<BoardRoundAnswer> => {
  const { staff, db } = await requireStaff(event)
  const { id } = await ensureClass(db, staff, getRouterParam(event, 'id') ?? '')
  const { round, when } = readAsked(event, endRoundQuery)
  if (when === 'now') rounds.end(id, round)
  else rounds.boardGoes(id, round)
  return { round: null }
})
