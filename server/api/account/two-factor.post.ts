/** Begins the second step of sign-in; a first code makes it count. */
import { defineEventHandler } from 'h3'
import { type BegunTwoFactor, withPasswordBody } from '#shared/api/school/account'
import { beginTwoFactor } from '../../accounts/my-account/account.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { ownSession } from '../../edge/people/staff-sign-in.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<BegunTwoFactor> => {
  const asking = await requireStaff(event, 'teacher', { setsUp: true })
  const { password } = await readInput(event, withPasswordBody)
  return beginTwoFactor(await ownSession(event, asking), password)
})
