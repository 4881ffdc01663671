/**
 * How often something may be tried. Counted in the database, so that it holds over several processes and a restart.
 * A count is a bucket of tries that fills up again one by one (GCRA, ITU-T I.371): whoever has used it up waits for the next one,
 * and not for all of them. Refused tries are read and never written.
 */
import { sql } from 'kysely'
import type { Db } from '../database/client.ts'
import { Refusal } from '../refusal.ts'
import type { Sentence } from '../sentences.ts'
import { siteOf } from './address.ts'
import { serverSecret } from './secret.ts'
import { keyedHash } from './tokens.ts'

export interface Limit {
  /** Tries that may come at once. */
  readonly tries: number
  /** Milliseconds in which as many come back, one after the other. */
  readonly window: number
}

/** A /48 of IPv6 has the tries of so many addresses: it may be one customer, or a whole street. */
export const SITE_SHARE = 2

/** Addresses are few enough to be tried out one by one, so a hash of one is only good with the server's own key in it. */
const keyOf = async (db: Db, name: string) => keyedHash(await serverSecret(db), `tries:${name}`)

/**
 * @returns where something comes from as it may be written down: the same for the same address, and no way back without the
 * server's own key
 */
export const markOf = (db: Db, address: string) => keyOf(db, `from:${address}`)

/** Milliseconds in which one try comes back. */
export const interval = ({ tries, window }: Limit) => Math.ceil(window / tries)

/** Milliseconds by which the clocks of two processes, or two requests of one moment, may differ without a clock having been set back. */
const CLOCKS_DIFFER = 60_000

/**
 * Milliseconds until a bucket is full again; one that lies further in the future than it can was written before the clock was set
 * back, and is full.
 */
function until(fullAt: number | undefined, { tries, window }: Limit, now: number): number {
  const left = (fullAt ?? now) - now
  return left > 0 && left <= interval({ tries, window }) * tries + CLOCKS_DIFFER ? left : 0
}

async function fullAt(db: Db, name: string): Promise<number | undefined> {
  const found = await db.selectFrom('rate_limit').select('full_at').where('key', '=', await keyOf(db, name)).executeTakeFirst()
  return found?.full_at
}

/**
 * Counts a try.
 * @param name what is tried and by whom; kept as a keyed hash, since it may hold an address
 * @param cost how many tries it counts for
 * @returns whether it is still within the limit; if not, nothing is counted or written
 */
export async function isAllowed(db: Db, name: string, limit: Limit, now = Date.now(), cost = 1): Promise<boolean> {
  if (!hasLeft(await fullAt(db, name), limit, now, cost)) return false
  const [all, more] = [interval(limit) * limit.tries, Math.ceil(interval(limit) * cost)]
  // Of many that come at once, each one sees what those before it have taken.
  const taken = await db.insertInto('rate_limit').values({ key: await keyOf(db, name), full_at: now + more })
    .onConflict((conflict) => {
      const isFull = sql<boolean>`(rate_limit.full_at <= ${now} or rate_limit.full_at > ${now + all + CLOCKS_DIFFER})`
      return conflict.column('key')
        .doUpdateSet({ full_at: sql<number>`case when ${isFull} then ${now + more} else rate_limit.full_at + ${more} end` })
        .where(sql<boolean>`(${isFull} or rate_limit.full_at <= ${now + all - more})`)
    })
    .returning('full_at').executeTakeFirst()
  return taken !== undefined
}

const hasLeft = (full: number | undefined, limit: Limit, now: number, cost = 1) =>
  until(full, limit, now) + Math.ceil(interval(limit) * cost) <= interval(limit) * limit.tries

/** @returns whether no try is left, without counting one */
export async function isUsedUp(db: Db, name: string, limit: Limit, now = Date.now()): Promise<boolean> {
  return !hasLeft(await fullAt(db, name), limit, now)
}

/** @param cost of what is to be tried; @returns milliseconds until it may be */
export async function untilFree(db: Db, name: string, limit: Limit, now = Date.now(), cost = 1): Promise<number> {
  return Math.max(0, until(await fullAt(db, name), limit, now) + Math.ceil(interval(limit) * cost) - interval(limit) * limit.tries)
}

/** @returns how many tries of each name have not come back yet, in the order of the names */
export async function spent(db: Db, names: readonly string[], limit: Limit, now = Date.now()): Promise<number[]> {
  if (names.length === 0) return []
  const secret = await serverSecret(db)
  const keys = names.map(name => keyedHash(secret, `tries:${name}`))
  const rows = await db.selectFrom('rate_limit').selectAll().where('key', 'in', keys).execute()
  const found = new Map(rows.map(({ key, full_at: full }) => [key, full]))
  return keys.map(key => Math.ceil(until(found.get(key), limit, now) / interval(limit)))
}

/** Earlier tries are forgiven. */
export async function forgive(db: Db, ...names: readonly string[]) {
  if (names.length === 0) return
  const secret = await serverSecret(db)
  await db.deleteFrom('rate_limit').where('key', 'in', names.map(name => keyedHash(secret, `tries:${name}`))).execute()
}

/** Takes back tries that were none, because they succeeded where many share a count. */
export async function giveBack(db: Db, name: string, limit: Limit, tries = 1) {
  await db
    .updateTable('rate_limit')
    .set(({ eb }) => ({ full_at: eb('full_at', '-', interval(limit) * tries) }))
    .where('key', '=', await keyOf(db, name))
    .execute()
}

/** What a try from an address counts for: the address and, of IPv6, the site that it lies in. */
function placesOf(what: string, address: string, limit: Limit): readonly (readonly [name: string, limit: Limit])[] {
  const site = siteOf(address)
  const own = [`${what}:${address}`, limit] as const
  return site === address ? [own] : [own, [`${what}:${site}`, { ...limit, tries: limit.tries * SITE_SHARE }]]
}

/** As `isAllowed`, for all that comes from one address. @param address from `addressOf` */
export async function isAllowedFrom(db: Db, what: string, address: string, limit: Limit, now = Date.now()): Promise<boolean> {
  if (await untilFreeFrom(db, what, address, limit, now) > 0) return false
  for (const [name, its] of placesOf(what, address, limit)) if (!await isAllowed(db, name, its, now)) return false
  return true
}

/** @returns milliseconds until one more try may come from an address */
export async function untilFreeFrom(db: Db, what: string, address: string, limit: Limit, now = Date.now()): Promise<number> {
  const waits = await Promise.all(placesOf(what, address, limit).map(([name, its]) => untilFree(db, name, its, now)))
  return Math.max(...waits)
}

/** Takes a try from an address back, since it succeeded. */
export async function giveBackFrom(db: Db, what: string, address: string, limit: Limit) {
  for (const [name, its] of placesOf(what, address, limit)) await giveBack(db, name, its)
}

/** Longer than any count lasts: what is full later was written by a clock that was wrong. Milliseconds. */
const LONGEST = 30 * 86_400_000

/** Rows of buckets that are full say nothing any more. @returns how many there were */
export async function sweepTries(db: Db, now = Date.now()): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('rate_limit')
    .where(({ eb, or }) => or([eb('full_at', '<', now), eb('full_at', '>', now + LONGEST)]))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** @param wait milliseconds; @returns it in words, rounded up */
export function inWords(wait: number): Sentence {
  if (wait <= 90_000) return { key: 'wait-seconds', values: { count: Math.ceil(wait / 1000) } }
  const minutes = Math.ceil(wait / 60_000)
  return minutes <= 90
    ? { key: 'wait-minutes', values: { count: minutes } }
    : { key: 'wait-hours', values: { count: Math.ceil(minutes / 60) } }
}

/** @param wait milliseconds until the next try; @param reason what was tried, in a word */
export const tooOften = (wait: number, reason?: string) =>
  new Refusal('too-many', { key: 'tried-often', values: { wait: inWords(wait) } }, reason === undefined ? undefined : { reason })

/** @param reason what was tried, in a word; @throws `too-many` with a sentence for whoever is waiting */
export async function ensureAllowed(db: Db, name: string, limit: Limit, reason?: string) {
  if (!await isAllowed(db, name, limit)) throw tooOften(await untilFree(db, name, limit), reason)
}
