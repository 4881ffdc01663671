/** Begins a new passkey: what the browser has to be asked. */
import { defineEventHandler } from 'h3'
import { type NewPasskeyQuestion, withPasswordBody } from '#shared/api/school/account'
import { beginPasskey } from '../../../accounts/my-account/passkeys.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { ownSession, passkeyAuthFor } from '../../../edge/people/staff-sign-in.ts'
import { readInput } from '../../../edge/request/input.ts'
import { ensureSafeAddress } from '../../../edge/request/transport.ts'

export default defineEventHandler(async (event): Promise<NewPasskeyQuestion> => {
  const asking = await requireStaff(event, 'teacher', { setsUp: true })
  const { password } = await readInput(event, withPasswordBody)
  ensureSafeAddress(event)
  return beginPasskey(await ownSession(event, asking), await passkeyAuthFor(event), password)
})
