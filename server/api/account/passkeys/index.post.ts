/** Adds a passkey, which the browser has made. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { name } from '../../../accounts/staff-fields.ts'
import { passkeyAuthFor } from '../../../accounts/app-sign-in.ts'
import { addPasskey } from '../../../accounts/passkeys.ts'
import { requireStaff } from '../../../edge/require-staff.ts'
import { newPasskey } from '../../../accounts/passkey-fields.ts'
import { readInput } from '../../../platform/security/input.ts'

const Body = z.strictObject({ name, response: newPasskey })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'teacher', { setsUp: true })
  await addPasskey(await passkeyAuthFor(event), db, staff, event.headers, await readInput(event, Body))
  return { done: true }
})
