/** Signs in with a passkey. It counts as both steps. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { passkeyAuthFor } from '../../auth/in-app.ts'
import { forgivePasskey, signInWithPasskey } from '../../auth/passkeys.ts'
import { noteWhoIsIn, passOnCookies } from '../../auth/sign-in.ts'
import { passkey } from '../../auth/webauthn-fields.ts'
import { appDatabase } from '../../database/in-app.ts'
import { ensureSafeAddress } from '../../security/transport.ts'
import { readInput } from '../../security/input.ts'

const Body = z.strictObject({ response: passkey })

export default defineEventHandler(async (event) => {
  ensureSafeAddress(event)
  const { response } = await readInput(event, Body)
  const [{ db }, auth] = await Promise.all([appDatabase(), passkeyAuthFor(event)])
  const { headers, staffId } = await signInWithPasskey(auth, event.headers, response)
  await forgivePasskey(event, db)
  passOnCookies(event, headers)
  await noteWhoIsIn(event, db, staffId)
  return { done: true }
})
