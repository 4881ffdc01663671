/** Charges requests to the app for the packages that they have made. */
import { setResponseHeader, type H3Event } from 'h3'
import { appDatabase } from '../../platform/database/app-database.ts'
import { addressOf } from '../request/address.ts'
import { minutesToWait, minutesToWaitFor } from '../../scorm/export/package-limit.ts'
import type { Sentence } from '../../platform/sentences.ts'
import { noPackage } from './export-request.ts'

/**
 * Holds up whoever has packages made again and again, before any is.
 * @param further packages beyond the first, once it is known how many are asked for
 * @throws `too-many` that says when to try again
 */
export async function ensureFewPackages(event: H3Event, further?: number): Promise<void> {
  const address = addressOf(event)
  // Packages need no database, so one that is away stops nobody.
  const minutes = await appDatabase()
    .then(({ db }) => (further === undefined ? minutesToWait(db, address) : minutesToWaitFor(db, address, further)))
    .catch(() => 0)
  if (minutes === 0) return
  setResponseHeader(event, 'retry-after', minutes * 60)
  const wait: Sentence = { key: 'wait-minutes', values: { count: minutes } }
  const message: Sentence = { key: further === undefined ? 'many-packages' : 'many-packages-at-once', values: { wait } }
  throw noPackage('too-many', [{ field: '', message }])
}
