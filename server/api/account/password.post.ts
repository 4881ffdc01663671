/** Changes one's own password; every other session ends. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { changePassword } from '../../accounts/account.ts'
import { password } from '../../accounts/staff-fields.ts'
import { requireStaff } from '../../edge/require-staff.ts'
import { readInput } from '../../platform/security/input.ts'

const Body = z.strictObject({ currentPassword: password, newPassword: password })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await changePassword(event, db, staff, await readInput(event, Body))
  return { done: true }
})
