/** Changes one's own password; every other session ends. */
import { defineEventHandler, readValidatedBody } from 'h3'
import { z } from 'zod'
import { changePassword } from '../../auth/account.ts'
import { password } from '../../auth/fields.ts'
import { requireStaff } from '../../auth/require-staff.ts'

const Body = z.strictObject({ currentPassword: password, newPassword: password })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await changePassword(event, db, staff, await readValidatedBody(event, Body.parse))
  return { done: true }
})
