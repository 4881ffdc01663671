/** How strong a password is that somebody is choosing, while they type: the word lists are too large for a page. Nothing of it is kept; whether it will do is asked again when it is saved. */
import { createError, defineEventHandler } from 'h3'
import { z } from 'zod'
import { key, password } from '../accounts/staff-fields.ts'
import { judgePassword } from '../accounts/passwords.ts'
import { staffOf } from '../edge/require-staff.ts'
import type { Db } from '../platform/database/client.ts'
import { appDatabase } from '../platform/database/app-database.ts'
import { setupState } from '../school/setup.ts'
import { staffOfLink } from '../accounts/staff.ts'
import { addressOf } from '../platform/security/address.ts'
import { readInput } from '../platform/security/input.ts'
import { ensurePlace } from '../platform/security/guest-limits.ts'
import { ensureSafeAddress } from '../platform/security/transport.ts'

const Body = z.strictObject({ password, names: z.array(z.string().max(200)).max(3), key: key.optional() })
/** A staff room that sets its passwords together. Milliseconds. */
const OF_ADDRESS = { tries: 1000, window: 15 * 60_000 }

const opensSomething = async (db: Db, link: string) => await staffOfLink(db, link) !== null || await setupState(db, link) === 'open'

export default defineEventHandler(async (event) => {
  ensureSafeAddress(event)
  const body = await readInput(event, Body)
  const { db } = await appDatabase()
  // A long password can take half a second of the server's time, so only whoever may set one can ask.
  const mayAsk = body.key === undefined ? await staffOf(event) !== null : await opensSomething(db, body.key)
  if (!mayAsk) throw createError({ statusCode: 401, statusMessage: 'Sign in first, or open your link again.' })
  // After that, so that nobody else uses up what those have.
  await ensurePlace(event, db, 'password-advice', OF_ADDRESS)
  return judgePassword(body.password, body.names, addressOf(event))
})
