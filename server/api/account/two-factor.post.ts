/** Begins the second step of sign-in; a first code makes it count. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { beginTwoFactor } from '../../accounts/account.ts'
import { password } from '../../accounts/staff-fields.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { ownSession } from '../../edge/people/staff-sign-in.ts'
import { readInput } from '../../edge/request/input.ts'

const Body = z.strictObject({ password })

export default defineEventHandler(async (event) => {
  const asking = await requireStaff(event, 'teacher', { setsUp: true })
  const { password } = await readInput(event, Body)
  return beginTwoFactor(await ownSession(event, asking), password)
})
