/** Adds a passkey, which the browser has made. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { name } from '../../../auth/fields.ts'
import { passkeyAuthFor } from '../../../auth/in-app.ts'
import { addPasskey } from '../../../auth/passkeys.ts'
import { requireStaff } from '../../../auth/require-staff.ts'
import { newPasskey } from '../../../auth/webauthn-fields.ts'
import { readInput } from '../../../security/input.ts'

const Body = z.strictObject({ name, response: newPasskey })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'teacher', { setsUp: true })
  await addPasskey(await passkeyAuthFor(event), db, staff, event.headers, await readInput(event, Body))
  return { done: true }
})
