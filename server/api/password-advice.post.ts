/**
 * How strong a password is that somebody is choosing, while they type: the word lists are too large for a page. Nothing of it is
 * kept; whether it will do is asked again when it is saved.
 */
import { defineEventHandler } from 'h3'
import { type PasswordAdvice, passwordAdviceBody } from '#shared/api/school/sign-in'
import { Refusal } from '../platform/refusal.ts'
import { judgePassword } from '../accounts/staff/passwords.ts'
import { staffOf } from '../edge/people/require-staff.ts'
import { appDatabase } from '../platform/database/app-database.ts'
import { letsSetPassword } from '../school/setup.ts'
import { visitorOf } from '../edge/request/device.ts'
import { readInput } from '../edge/request/input.ts'
import { readersLocale } from '../platform/readers-locale.ts'
import { say } from '../platform/sentences.ts'
import { ensurePlace } from '../platform/security/guest-limits.ts'
import { ensureSafeAddress } from '../edge/request/transport.ts'

/** A staff room that sets its passwords together. Milliseconds. */
const OF_ADDRESS = { tries: 1000, window: 15 * 60_000 }

export default defineEventHandler(async (event): Promise<PasswordAdvice> => {
  ensureSafeAddress(event)
  const body = await readInput(event, passwordAdviceBody)
  const { db } = await appDatabase()
  // A long password can take half a second of the server's time, so only whoever may set one can ask.
  const mayAsk = body.key === undefined ? await staffOf(event) !== null : await letsSetPassword(db, body.key)
  if (!mayAsk) throw new Refusal('signed-out', 'sign-in-or-link')
  // After that, so that nobody else uses up what those have.
  const visitor = visitorOf(event)
  await ensurePlace(db, visitor, 'password-advice', OF_ADDRESS)
  const { strength, advice } = await judgePassword(body.password, body.names, visitor.address)
  return { strength, ...(advice ? { advice: say(advice, readersLocale(event.headers)) } : {}) }
})
