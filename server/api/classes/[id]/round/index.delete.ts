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
  const { gone } = readAsked(event, endRoundQuery)
  if (gone === undefined) rounds.end(id)
  else rounds.boardGoes(id, gone)
  return { round: null }
})
