/** How many packages may be made from one address (OWASP ASVS 11.1.4): guests may make them, and each costs the server some of its time. */
import type { Db } from '../../platform/database/client.ts'
import { isAllowed, untilFree } from '../../platform/security/rate-limit.ts'

/**
 * A whole school sits behind one address, and the export page asks at each change of an option. A zip of many packages counts as
 * each of them. Milliseconds.
 */
export const OF_ADDRESS = { tries: 600, window: 15 * 60_000 }

const nameOf = (address: string) => `packages:${address}`

/** Counts a request for packages. @returns minutes to wait, or 0 where it may be met */
export async function minutesToWait(db: Db, address: string, now = Date.now()): Promise<number> {
  return await isAllowed(db, nameOf(address), OF_ADDRESS, now) ? 0 : minutesLeft(db, address, now, 1)
}

/** Counts the further packages of a request that was counted as one. @returns as `minutesToWait`; what does not fit is not counted */
export async function minutesToWaitFor(db: Db, address: string, further: number, now = Date.now()): Promise<number> {
  return further <= 0 || await isAllowed(db, nameOf(address), OF_ADDRESS, now, further) ? 0 : minutesLeft(db, address, now, further)
}

async function minutesLeft(db: Db, address: string, now: number, cost: number): Promise<number> {
  return Math.max(1, Math.ceil(await untilFree(db, nameOf(address), OF_ADDRESS, now, cost) / 60_000))
}
