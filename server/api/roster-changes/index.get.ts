/** `GET /api/roster-changes`: class lists and roll-overs that whoever asks can still undo. */
import { defineEventHandler } from 'h3'
import type { RosterChange } from '#shared/api/rosters'
import { changesOf } from '../../classes/roster-changes.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'

export default defineEventHandler(async (event): Promise<RosterChange[]> => {
  const { staff, db } = await requireStaff(event)
  return changesOf(db, staff)
})
