/** Ends the second step of sign-in. */
import { defineEventHandler } from 'h3'
import { withPasswordBody } from '#shared/api/school/account'
import type { Done } from '#shared/api/fields'
import { endTwoFactor } from '../../accounts/my-account/account.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { ownSession } from '../../edge/people/staff-sign-in.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const asking = await requireStaff(event)
  const { password } = await readInput(event, withPasswordBody)
  await endTwoFactor(await ownSession(event, asking), password)
  return { done: true }
})
