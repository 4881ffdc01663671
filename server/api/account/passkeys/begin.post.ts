/** Begins a new passkey: what the browser has to be asked. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { password } from '../../../accounts/staff-fields.ts'
import { beginPasskey } from '../../../accounts/passkeys.ts'
import { requireStaff } from '../../../edge/require-staff.ts'
import { readInput } from '../../../platform/security/input.ts'

const Body = z.strictObject({ password })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'teacher', { setsUp: true })
  return beginPasskey(event, db, staff, (await readInput(event, Body)).password)
})
