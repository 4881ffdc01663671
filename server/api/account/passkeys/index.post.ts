/** Adds a passkey, which the browser has made. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { name } from '../../../accounts/staff-fields.ts'
import { addPasskey } from '../../../accounts/passkeys.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { passkeyAuthFor } from '../../../edge/people/staff-sign-in.ts'
import { newPasskey } from '../../../accounts/passkey-fields.ts'
import { readInput } from '../../../edge/request/input.ts'

const Body = z.strictObject({ name, response: newPasskey })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'teacher', { setsUp: true })
  await addPasskey(await passkeyAuthFor(event), db, staff, event.headers, await readInput(event, Body))
  return { done: true }
})
