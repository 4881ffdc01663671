/** Begins a new passkey: what the browser has to be asked. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { password } from '../../../auth/fields.ts'
import { beginPasskey } from '../../../auth/passkeys.ts'
import { requireStaff } from '../../../auth/require-staff.ts'
import { readInput } from '../../../security/input.ts'

const Body = z.strictObject({ password })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'teacher', { setsUp: true })
  return beginPasskey(event, db, staff, (await readInput(event, Body)).password)
})
