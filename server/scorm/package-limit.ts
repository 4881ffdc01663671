/** How many packages may be made from one address (OWASP ASVS 11.1.4): guests may make them, and each costs the server some of its time. */
import type { Db } from '../database/client.ts'
import { isAllowed, untilOver } from '../security/rate-limit.ts'

/** A whole school sits behind one address, and the export page asks at each change of an option; one zip of many packages is one request. Milliseconds. */
export const OF_ADDRESS = { tries: 600, window: 15 * 60_000 }

/** Counts a request for packages. @returns minutes to wait, or 0 where it may be met */
export async function minutesToWait(db: Db, address: string, now = Date.now()): Promise<number> {
  const name = `packages:${address}`
  if (await isAllowed(db, name, OF_ADDRESS, now)) return 0
  return Math.max(1, Math.ceil(await untilOver(db, name, OF_ADDRESS, now) / 60_000))
}
