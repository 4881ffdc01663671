/** Changes what a colleague may do, or switches the account off or on. */
import { defineEventHandler, getRouterParam } from 'h3'
import { z } from 'zod'
import { role } from '../../../accounts/staff-fields.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { changeRole, setDisabled } from '../../../accounts/staff.ts'
import { readInput } from '../../../edge/request/input.ts'

const Body = z.union([z.strictObject({ role }), z.strictObject({ disabled: z.boolean() })])

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  const body = await readInput(event, Body)
  const id = getRouterParam(event, 'id') ?? ''
  await ('role' in body ? changeRole(db, staff, id, body.role) : setDisabled(db, staff, id, body.disabled))
  return { done: true }
})
