/** `POST /api/classes/<id>/round/show`: nobody answers any more, and what may be said of it is shown. */
import { defineEventHandler, getRouterParam } from 'h3'
import { showRoundBody, type BoardRoundAnswer } from '#shared/api/rounds'
import { ensureClass } from '../../../../accounts/staff/class-access.ts'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { readInput } from '../../../../edge/request/input.ts'
import { rounds } from '../../../../insight/rounds.ts'
import { showRound } from '../../../../insight/show-round.ts'

export default defineEventHandler(async (event): Promise<BoardRoundAnswer> => {
  const { staff, db } = await requireStaff(event)
  const of = await ensureClass(db, staff, getRouterParam(event, 'id') ?? '')
  const { round } = await readInput(event, showRoundBody)
  const on = rounds.onBoard(of.id)
  return { round: on?.id === round ? await showRound(db, of, rounds) : on }
})
