/**
 * Devices that somebody has come in from before: they keep their way in while others, who share an address or a name, are held up.
 * A device holds a random value; the server keeps a keyed hash of that value and of who came in, so that a row tells neither,
 * and two rows of one device cannot be told to be of one.
 */
import type { Db } from '../database/client.ts'
import { isAllowed, type Limit } from './rate-limit.ts'
import { serverSecret } from './secret.ts'
import { keyedHash } from './tokens.ts'

/** A lesson comes again after half a term; longer than the summer nobody keeps a device apart. */
export const DEVICE_DAYS = 120
const DAY = 86_400_000
/** New devices of one person: more than a school day needs, and somebody who signs in again and again does not fill the table. */
const NEW_DEVICES: Limit = { tries: 20, window: DAY }

/** Whom a device may be known for. */
export type Whom = `pupil:${string}` | `class:${string}` | `staff:${string}` | 'staff'

const markOf = async (db: Db, device: string, whom: Whom) => keyedHash(await serverSecret(db), `device:${device}:${whom}`)
const day = (now: Date) => now.toISOString().slice(0, 10)

/** @returns whether somebody has come in from this device, or from this place */
export async function isKnown(db: Db, device: string | undefined, whom: Whom): Promise<boolean> {
  if (device === undefined) return false
  return (
    (await db
      .selectFrom('known_device')
      .select('mark')
      .where('mark', '=', await markOf(db, device, whom))
      .executeTakeFirst()) !== undefined
  )
}

/**
 * Somebody has come in.
 * @param device what the device holds, or a place that somebody came in from
 * @param person who, of whom there are so many new devices in a day; @param groups what else it is known for then
 */
export async function keepDevice(db: Db, device: string, person: Whom, groups: readonly Whom[] = [], now = new Date()): Promise<void> {
  if (!await isKnown(db, device, person) && !await isAllowed(db, `devices:${person}`, NEW_DEVICES, now.getTime())) return
  for (const whom of [person, ...groups]) {
    await db.insertInto('known_device').values({ mark: await markOf(db, device, whom), used_on: day(now) })
      .onConflict(conflict => conflict.column('mark').doUpdateSet({ used_on: day(now) })).execute()
  }
}

/** Deletes what has not been used for a long time. */
export async function forgetDevices(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('known_device').where('used_on', '<', day(new Date(now.getTime() - DEVICE_DAYS * DAY))).execute()
}
