/** Signs in with a passkey. It counts as both steps. */
import { defineEventHandler } from 'h3'
import type { Done } from '#shared/api/fields'
import { passkeyBody } from '#shared/api/school/sign-in'
import { forgivePasskey, signInWithPasskey } from '../../accounts/my-account/passkeys.ts'
import { noteWhoIsIn, passkeyAuthFor, passOnCookies } from '../../edge/people/staff-sign-in.ts'
import { visitorOf } from '../../edge/request/device.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { ensureSafeAddress } from '../../edge/request/transport.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  ensureSafeAddress(event)
  const { response } = await readInput(event, passkeyBody)
  const [{ db }, auth] = await Promise.all([appDatabase(), passkeyAuthFor(event)])
  const { headers, staffId } = await signInWithPasskey(auth, event.headers, response)
  await forgivePasskey(db, visitorOf(event))
  passOnCookies(event, headers)
  await noteWhoIsIn(event, db, staffId)
  return { done: true }
})
