/** Ends the second step of sign-in. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { endTwoFactor } from '../../accounts/account.ts'
import { password } from '../../accounts/staff-fields.ts'
import { requireStaff } from '../../edge/require-staff.ts'
import { readInput } from '../../platform/security/input.ts'

const Body = z.strictObject({ password })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await endTwoFactor(event, db, staff, (await readInput(event, Body)).password)
  return { done: true }
})
