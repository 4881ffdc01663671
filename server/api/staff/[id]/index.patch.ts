/** Changes what a colleague may do, or switches the account off or on. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { Done } from '#shared/api/fields'
import { changedColleagueBody } from '#shared/api/school/staff'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { changeRole, setDisabled } from '../../../accounts/staff/staff.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event, 'admin')
  const body = await readInput(event, changedColleagueBody)
  const id = getRouterParam(event, 'id') ?? ''
  await ('role' in body ? changeRole(db, staff, id, body.role) : setDisabled(db, staff, id, body.disabled))
  return { done: true }
})
