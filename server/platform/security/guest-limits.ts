/**
 * What anybody may ask for before it is known who they are, and what costs the server something: counted by address, but for
 * devices of staff.
 */
import type { Db } from '../database/client.ts'
import { isKnown } from './devices.ts'
import { ensureAllowed, giveBack, giveBackFrom, isAllowedFrom, tooOften, untilFreeFrom, type Limit } from './rate-limit.ts'

/** Who asks, as far as that is known of anybody. */
export interface Visitor {
  /** The network that the request comes from (`networkOf`). */
  readonly address: string
  /** What the device holds, where somebody has come in from it before. */
  readonly device?: string | undefined
}

/** @returns the device, where somebody of the staff has come in from it: others at the same address do not hold it up */
async function staffDevice(db: Db, { device }: Visitor): Promise<string | undefined> {
  return await isKnown(db, device, 'staff') ? device : undefined
}

/** @param what is asked for, in a word; @throws `too-many` with a sentence, where it was asked for too often from there */
export async function ensurePlace(db: Db, visitor: Visitor, what: string, limit: Limit, reason?: string): Promise<void> {
  const device = await staffDevice(db, visitor)
  if (device !== undefined) return ensureAllowed(db, `${what}-on:${device}`, limit, reason)
  if (!await isAllowedFrom(db, what, visitor.address, limit)) throw tooOften(await untilFreeFrom(db, what, visitor.address, limit), reason)
}

/** It succeeded, and counts no longer. */
export async function giveBackToPlace(db: Db, visitor: Visitor, what: string, limit: Limit): Promise<void> {
  const device = await staffDevice(db, visitor)
  if (device !== undefined) return giveBack(db, `${what}-on:${device}`, limit)
  return giveBackFrom(db, what, visitor.address, limit)
}
