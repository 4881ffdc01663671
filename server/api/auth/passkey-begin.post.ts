/** Begins a sign-in with a passkey: what the browser has to be asked. */
import { defineEventHandler } from 'h3'
import type { PasskeyQuestion } from '#shared/api/school/account'
import { askForPasskey } from '../../accounts/my-account/passkeys.ts'
import { passkeyAuthFor, passOnCookies } from '../../edge/people/staff-sign-in.ts'
import { visitorOf } from '../../edge/request/device.ts'
import { ensureSafeAddress } from '../../edge/request/transport.ts'
import { appDatabase } from '../../platform/database/app-database.ts'

export default defineEventHandler(async (event): Promise<PasskeyQuestion> => {
  ensureSafeAddress(event)
  const [{ db }, auth] = await Promise.all([appDatabase(), passkeyAuthFor(event)])
  const { headers, question } = await askForPasskey(auth, db, visitorOf(event))
  passOnCookies(event, headers)
  return question
})
