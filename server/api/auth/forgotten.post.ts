/** Mails a link to set a new password, if there is an account with this address: the answer is the same, and as quick, if there is none. */
import { defineEventHandler } from 'h3'
import type { Done } from '#shared/api/fields'
import { forgottenBody } from '#shared/api/school/sign-in'
import { Refusal } from '../../platform/refusal.ts'
import { canMailOwnLinks, mailOwnLink } from '../../accounts/staff/password-link.ts'
import { forLog } from '../../platform/failure.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { ensurePlace } from '../../platform/security/guest-limits.ts'
import { publicAddress } from '../../edge/request/transport.ts'
import { visitorOf } from '../../edge/request/device.ts'
import { readInput } from '../../edge/request/input.ts'
import { readersLocale } from '../../platform/readers-locale.ts'

/** A whole school sits behind one address. Milliseconds. */
const OF_ADDRESS = { tries: 30, window: 15 * 60_000 }

export default defineEventHandler(async (event): Promise<Done> => {
  const body = await readInput(event, forgottenBody)
  if (!canMailOwnLinks()) throw new Refusal('not-found', 'no-mail')
  const { db } = await appDatabase()
  await ensurePlace(db, visitorOf(event), 'forgotten', OF_ADDRESS)
  event.waitUntil(
    mailOwnLink(publicAddress(event), db, body.email, readersLocale(event.headers)).catch(error =>
      console.error(`A link to set a password could not be made. ${forLog(error)}`),
    ),
  )
  return { done: true }
})
