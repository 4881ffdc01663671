/** Charges requests to the app for the packages that they have made. */
import { setResponseHeader, type H3Event } from 'h3'
import { appDatabase } from '../platform/database/app-database.ts'
import { addressOf } from '../platform/security/address.ts'
import { minutesToWait, minutesToWaitFor } from '../scorm/export/package-limit.ts'
import { refusal } from './refusal.ts'

/**
 * Holds up whoever has packages made again and again, before any is.
 * @param further packages beyond the first, once it is known how many are asked for
 * @throws 429 that says when to try again
 */
export async function ensureFewPackages(event: H3Event, further?: number): Promise<void> {
  const address = addressOf(event)
  // Packages need no database, so one that is away stops nobody.
  const minutes = await appDatabase().then(({ db }) => further === undefined ? minutesToWait(db, address) : minutesToWaitFor(db, address, further)).catch(() => 0)
  if (minutes === 0) return
  setResponseHeader(event, 'retry-after', minutes * 60)
  const wait = `Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`
  throw refusal(429, [{ field: '', message: `Very many packages were made from your network in a quarter of an hour. ${wait}${further === undefined ? '.' : ', or choose fewer lessons or formats at once.'}` }])
}
