/** One's own account, with its sessions. */
import { defineEventHandler } from 'h3'
import type { Account } from '#shared/api/school/account'
import { accountOf } from '../../accounts/my-account/account.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { sessionIdOf } from '../../edge/people/staff-sign-in.ts'

export default defineEventHandler(async (event): Promise<Account> => {
  const { staff, db } = await requireStaff(event)
  return accountOf(db, staff, await sessionIdOf(event))
})
