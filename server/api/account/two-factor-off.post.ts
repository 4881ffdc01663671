/** Ends the second step of sign-in. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { endTwoFactor } from '../../accounts/account.ts'
import { password } from '../../accounts/staff-fields.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { ownSession } from '../../edge/people/staff-sign-in.ts'
import { readInput } from '../../edge/request/input.ts'

const Body = z.strictObject({ password })

export default defineEventHandler(async (event) => {
  const asking = await requireStaff(event)
  const { password } = await readInput(event, Body)
  await endTwoFactor(await ownSession(event, asking), password)
  return { done: true }
})
