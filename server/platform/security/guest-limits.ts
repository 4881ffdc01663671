/** What anybody may ask for before it is known who they are, and what costs the server something: counted by address, but for devices of staff. */
import type { H3Event } from 'h3'
import type { Db } from '../database/client.ts'
import { addressOf } from './address.ts'
import { deviceOf, isKnown } from './devices.ts'
import { ensureAllowed, giveBack, giveBackFrom, isAllowedFrom, tooOften, untilFreeFrom, type Limit } from './rate-limit.ts'

/** @returns the device, where somebody of the staff has come in from it: others at the same address do not hold it up */
async function staffDevice(event: H3Event, db: Db): Promise<string | undefined> {
  const device = deviceOf(event)
  return await isKnown(db, device, 'staff') ? device : undefined
}

/** @param what is asked for, in a word; @throws 429 with a sentence, where it was asked for too often from there */
export async function ensurePlace(event: H3Event, db: Db, what: string, limit: Limit, reason?: string): Promise<void> {
  const [from, device] = [addressOf(event), await staffDevice(event, db)]
  if (device !== undefined) return ensureAllowed(db, `${what}-on:${device}`, limit, reason)
  if (!await isAllowedFrom(db, what, from, limit)) throw tooOften(await untilFreeFrom(db, what, from, limit), reason)
}

/** It succeeded, and counts no longer. */
export async function giveBackToPlace(event: H3Event, db: Db, what: string, limit: Limit): Promise<void> {
  const device = await staffDevice(event, db)
  if (device !== undefined) return giveBack(db, `${what}-on:${device}`, limit)
  return giveBackFrom(db, what, addressOf(event), limit)
}
