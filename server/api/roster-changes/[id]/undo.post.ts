/** `POST /api/roster-changes/<id>/undo`: undoes a class list or a roll-over, and says what stays. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { UndoneChange } from '#shared/api/rosters'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { undoRosterChange } from '../../../school/school-year.ts'

export default defineEventHandler(async (event): Promise<UndoneChange> => {
  const { staff, db } = await requireStaff(event)
  return undoRosterChange(db, staff, getRouterParam(event, 'id') ?? '')
})
