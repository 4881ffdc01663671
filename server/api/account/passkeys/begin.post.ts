/** Begins a new passkey: what the browser has to be asked. */
import { defineEventHandler, readValidatedBody } from 'h3'
import { z } from 'zod'
import { password } from '../../../auth/fields.ts'
import { beginPasskey } from '../../../auth/passkeys.ts'
import { requireStaff } from '../../../auth/require-staff.ts'

const Body = z.strictObject({ password })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  return beginPasskey(event, db, staff, (await readValidatedBody(event, Body.parse)).password)
})
