/** `POST /api/classes/<id>/round/show`: nobody answers any more, and what may be said of it is shown. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { BoardRoundAnswer } from '#shared/api/rounds'
import { ensureClass } from '../../../../accounts/staff/class-access.ts'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { rounds } from '../../../../insight/rounds.ts'
import { showRound } from '../../../../insight/show-round.ts'

export default defineEventHandler(async (event): Promise<BoardRoundAnswer> => {
  const { staff, db } = await requireStaff(event)
  return { round: await showRound(db, await ensureClass(db, staff, getRouterParam(event, 'id') ?? ''), rounds) }
})
