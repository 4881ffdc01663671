/** Signs in with a passkey. It counts as both steps. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { forgivePasskey, signInWithPasskey } from '../../accounts/passkeys.ts'
import { noteWhoIsIn, passkeyAuthFor, passOnCookies } from '../../edge/people/staff-sign-in.ts'
import { visitorOf } from '../../edge/request/device.ts'
import { passkey } from '../../accounts/passkey-fields.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { ensureSafeAddress } from '../../edge/request/transport.ts'
import { readInput } from '../../edge/request/input.ts'

const Body = z.strictObject({ response: passkey })

export default defineEventHandler(async (event) => {
  ensureSafeAddress(event)
  const { response } = await readInput(event, Body)
  const [{ db }, auth] = await Promise.all([appDatabase(), passkeyAuthFor(event)])
  const { headers, staffId } = await signInWithPasskey(auth, event.headers, response)
  await forgivePasskey(db, visitorOf(event))
  passOnCookies(event, headers)
  await noteWhoIsIn(event, db, staffId)
  return { done: true }
})
