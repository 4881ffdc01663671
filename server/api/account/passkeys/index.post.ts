/** Adds a passkey, which the browser has made. */
import { defineEventHandler } from 'h3'
import { newPasskeyBody } from '#shared/api/school/account'
import type { Done } from '#shared/api/fields'
import { addPasskey } from '../../../accounts/my-account/passkeys.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { passkeyAuthFor } from '../../../edge/people/staff-sign-in.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event, 'teacher', { setsUp: true })
  await addPasskey(await passkeyAuthFor(event), db, staff, event.headers, await readInput(event, newPasskeyBody))
  return { done: true }
})
