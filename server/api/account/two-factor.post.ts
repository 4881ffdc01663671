/** Begins the second step of sign-in; a first code makes it count. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { beginTwoFactor } from '../../accounts/account.ts'
import { password } from '../../accounts/staff-fields.ts'
import { requireStaff } from '../../edge/require-staff.ts'
import { readInput } from '../../platform/security/input.ts'

const Body = z.strictObject({ password })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'teacher', { setsUp: true })
  return beginTwoFactor(event, db, staff, (await readInput(event, Body)).password)
})
