/** How often something may be tried. Counted in the database, so that it holds over several processes and a restart. */
import { createError } from 'h3'
import type { Db } from '../database/client.ts'
import { serverSecret } from './secret.ts'
import { keyedHash } from './tokens.ts'

export interface Limit {
  /** Tries in a window. */
  readonly tries: number
  /** Length of a window in milliseconds. */
  readonly window: number
}

/** Addresses are few enough to be tried out one by one, so a hash of one is only good with the server's own key in it. */
const keyOf = async (db: Db, name: string) => keyedHash(await serverSecret(db), `tries:${name}`)

/** @returns where something comes from as it may be written down: the same for the same address, and no way back without the server's own key */
export const markOf = (db: Db, address: string) => keyOf(db, `from:${address}`)

/**
 * Counts a try.
 * @param name what is tried and by whom; kept as a keyed hash, since it may hold an address
 * @returns whether it is still within the limit
 */
export async function isAllowed(db: Db, name: string, { tries, window }: Limit, now = Date.now()): Promise<boolean> {
  const key = await keyOf(db, name)
  const { count } = await db.insertInto('rate_limit').values({ key, count: 1, began: now })
    .onConflict(conflict => conflict.column('key').doUpdateSet(({ eb, ref, val, or, case: when }) => {
      // One that begins well in the future was counted before the clock was set back; it would last for as long.
      const isOver = or([eb('rate_limit.began', '<', now - window), eb('rate_limit.began', '>', now + window)])
      return {
        count: when().when(isOver).then(1).else(eb('rate_limit.count', '+', 1)).end(),
        began: when().when(isOver).then(val(now)).else(ref('rate_limit.began')).end(),
      }
    }))
    .returning('count').executeTakeFirstOrThrow()
  return count <= tries
}

/**
 * Charges something that counts as several tries, but only where all of it still fits: what was refused costs nothing.
 * @param cost how many tries it counts as, beyond one that was counted already
 * @returns whether it fitted
 */
export async function isCharged(db: Db, name: string, limit: Limit, cost: number, now = Date.now()): Promise<boolean> {
  if (cost <= 0) return true
  const { numUpdatedRows } = await db.updateTable('rate_limit').set(({ eb }) => ({ count: eb('count', '+', cost) }))
    .where('key', '=', await keyOf(db, name)).where('count', '<=', limit.tries - cost)
    .where('began', '>=', now - limit.window).executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** @returns whether no try is left, without counting one */
export async function isUsedUp(db: Db, name: string, { tries, window }: Limit, now = Date.now()): Promise<boolean> {
  const found = await db.selectFrom('rate_limit').select('count').where('key', '=', await keyOf(db, name)).where('began', '>=', now - window).where('began', '<=', now + window).executeTakeFirst()
  return (found?.count ?? 0) >= tries
}

/** @returns milliseconds until a window is over, and tries are counted anew */
export async function untilOver(db: Db, name: string, { window }: Limit, now = Date.now()): Promise<number> {
  const found = await db.selectFrom('rate_limit').select('began').where('key', '=', await keyOf(db, name)).executeTakeFirst()
  return Math.max(0, (found?.began ?? now - window) + window - now)
}

/** A try succeeded: earlier ones are forgiven. */
export async function forgive(db: Db, name: string) {
  await db.deleteFrom('rate_limit').where('key', '=', await keyOf(db, name)).execute()
}

/** Takes one try back that was none, because it succeeded where many share a count. */
export async function giveBack(db: Db, name: string) {
  await db.updateTable('rate_limit').set(({ eb }) => ({ count: eb('count', '-', 1) })).where('key', '=', await keyOf(db, name)).where('count', '>', 0).execute()
}

/** @param reason what was tried, in a word; @throws 429 with a sentence for whoever is waiting */
export async function ensureAllowed(db: Db, name: string, limit: Limit, reason?: string) {
  if (await isAllowed(db, name, limit)) return
  throw createError({ statusCode: 429, statusMessage: `That was tried many times. Wait ${Math.ceil(limit.window / 60_000)} minutes, then try again, or ask a teacher to help.`, data: reason && { reason } })
}
