/** Changes one's own password; every other session ends. */
import { defineEventHandler } from 'h3'
import { changePasswordBody } from '#shared/api/school/account'
import type { Done } from '#shared/api/fields'
import { changePassword } from '../../accounts/my-account/account.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { ownSession } from '../../edge/people/staff-sign-in.ts'
import { readInput } from '../../edge/request/input.ts'
import { ensureSafeAddress } from '../../edge/request/transport.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const asking = await requireStaff(event)
  const passwords = await readInput(event, changePasswordBody)
  ensureSafeAddress(event)
  await changePassword(await ownSession(event, asking), passwords)
  return { done: true }
})
