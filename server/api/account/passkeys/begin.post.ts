/** Begins a new passkey: what the browser has to be asked. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { password } from '../../../accounts/staff-fields.ts'
import { beginPasskey } from '../../../accounts/passkeys.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { ownSession, passkeyAuthFor } from '../../../edge/people/staff-sign-in.ts'
import { readInput } from '../../../edge/request/input.ts'
import { ensureSafeAddress } from '../../../edge/request/transport.ts'

const Body = z.strictObject({ password })

export default defineEventHandler(async (event) => {
  const asking = await requireStaff(event, 'teacher', { setsUp: true })
  const { password } = await readInput(event, Body)
  ensureSafeAddress(event)
  return beginPasskey(await ownSession(event, asking), await passkeyAuthFor(event), password)
})
