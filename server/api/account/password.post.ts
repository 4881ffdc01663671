/** Changes one's own password; every other session ends. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { changePassword } from '../../accounts/account.ts'
import { password } from '../../accounts/staff-fields.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { ownSession } from '../../edge/people/staff-sign-in.ts'
import { readInput } from '../../edge/request/input.ts'
import { ensureSafeAddress } from '../../edge/request/transport.ts'

const Body = z.strictObject({ currentPassword: password, newPassword: password })

export default defineEventHandler(async (event) => {
  const asking = await requireStaff(event)
  const passwords = await readInput(event, Body)
  ensureSafeAddress(event)
  await changePassword(await ownSession(event, asking), passwords)
  return { done: true }
})
