/** Ends the second step of sign-in. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { endTwoFactor } from '../../auth/account.ts'
import { password } from '../../auth/fields.ts'
import { requireStaff } from '../../auth/require-staff.ts'
import { readInput } from '../../security/input.ts'

const Body = z.strictObject({ password })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  await endTwoFactor(event, db, staff, (await readInput(event, Body)).password)
  return { done: true }
})
