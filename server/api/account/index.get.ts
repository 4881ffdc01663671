/** One's own account, with its sessions. */
import { defineEventHandler } from 'h3'
import { accountOf, sessionIdOf } from '../../accounts/account.ts'
import { requireStaff } from '../../edge/require-staff.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  return accountOf(db, staff, await sessionIdOf(event))
})
