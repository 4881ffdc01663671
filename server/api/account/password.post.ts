/** Changes one's own password; every other session ends. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { changePassword } from '../../auth/account.ts'
import { password } from '../../auth/fields.ts'
import { requireStaff } from '../../auth/require-staff.ts'
import { readInput } from '../../security/input.ts'

const Body = z.strictObject({ currentPassword: password, newPassword: password })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await changePassword(event, db, staff, await readInput(event, Body))
  return { done: true }
})
