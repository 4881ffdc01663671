/**
 * Whether this server's clock may be believed where something is deleted by it. A clock that is wrong for an hour must not delete
 * what a school still needs, and nobody may be there to see it. So the database remembers the newest time it has seen, and how
 * much time has passed for certain. The numbers, and what they make of holidays and of clocks that jump, stand in
 * docs/decisions/0017-a-wrong-clock.md.
 */
import { sql, SqliteAdapter } from 'kysely'
import type { ClockBelief } from '#shared/api/school/system'
import type { Db } from '../platform/database/client.ts'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

/** Milliseconds that a clock may be set back without a word: what a machine without a clock of its own makes up at its start. */
const BACK = 3 * HOUR
/** The longest that a server may have been off without a word: a weekend with two bank holidays. */
const OFF = 5 * DAY
/** What a gap counts at most as time that has certainly passed. */
const COUNTS = DAY
/** How long a clock that jumped has to go on evenly until it is believed all the same. */
const BELIEVED_AFTER = 7 * DAY
/** How long an admin may have looked at a page that shows the clock. */
const LOOKED_AT = HOUR
/** How far the clocks of app and database server may be apart. */
const APART = 10 * 60_000

/** All in milliseconds. */
export interface Clock {
  /** The newest time that was believed. */
  readonly seen: number
  /** Time that has certainly passed: grows with the clock, a day at most at a time, and never by a jump. */
  readonly steady: number
  /** A clock that jumped: the time at which that was noticed, its newest, and how long it has gone on evenly since. */
  readonly doubt: { readonly from: number, readonly at: number, readonly steady: number } | null
}

const follows = (now: number, before: number, more = 0) => now >= before - BACK && now <= before + OFF + more
const passed = (now: number, before: number) => Math.min(Math.max(0, now - before), COUNTS)

/** @returns what is known of the clock after it has been read once more */
export function readOnce(clock: Clock, now: number): Clock {
  const { seen, steady, doubt } = clock
  // While it was doubted, the right time went on too.
  if (follows(now, seen, doubt?.steady)) return { seen: Math.max(seen, now), steady: steady + passed(now, seen), doubt: null }
  // It jumped, perhaps once more.
  if (!doubt || !follows(now, doubt.at)) return { seen, steady, doubt: { from: now, at: now, steady: 0 } }
  const held = doubt.steady + passed(now, doubt.at)
  if (held >= BELIEVED_AFTER) return { seen: now, steady: steady + held, doubt: null }
  return { seen, steady, doubt: { from: doubt.from, at: Math.max(doubt.at, now), steady: held } }
}

let latest: ClockBelief | undefined

/** @returns what this process made of its clock the last time it was read; undefined before the first */
export const latestBelief = () => latest

/**
 * @returns the time of the server that PostgreSQL runs on, which may be another machine; null for the embedded database, whose
 * clock is our own
 */
export async function databaseTime(db: Db): Promise<number | null> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) return null
  const { rows: [row] } = await sql<{ now: number }>`select extract(epoch from clock_timestamp())::float8 * 1000 as now`.execute(db)
  return row?.now ?? null
}

/** @returns the newest time that anything in a database of an older release says; its own `now` in an empty one */
async function newestKnown(db: Db, now: number): Promise<number> {
  const [upkeep, audit] = await Promise.all([
    db.selectFrom('upkeep').select(({ fn }) => fn.max('done_at').as('at')).executeTakeFirst(),
    db.selectFrom('audit').select(({ fn }) => fn.max('at').as('at')).executeTakeFirst(),
  ])
  const known = [upkeep?.at, audit?.at].flatMap(at => at ? [Date.parse(at)] : [])
  return known.length === 0 ? now : Math.max(...known)
}

const iso = (moment: number) => new Date(moment).toISOString()

/**
 * Reads the clock, and writes down what it said.
 * @param witness the time of another clock; null where there is none
 */
export async function believe(db: Db, now: Date, witness: number | null): Promise<ClockBelief> {
  const at = now.getTime()
  latest = await db.transaction().execute(async (all): Promise<ClockBelief> => {
    const start = await all.selectFrom('clock').select('id').executeTakeFirst() ? at : await newestKnown(all, at)
    // Written so that another process that reads its clock at this moment waits.
    const row = await all
      .insertInto('clock')
      .values({ id: 'server', seen_at: iso(start), steady: 0, doubt_steady: 0 })
      .onConflict(conflict => conflict.column('id').doUpdateSet(({ ref }) => ({ steady: ref('clock.steady') })))
      .returningAll()
      .executeTakeFirstOrThrow()
    const before: Clock = {
      seen: Date.parse(row.seen_at),
      steady: Number(row.steady),
      doubt:
        row.doubt_from === null || row.doubt_at === null
          ? null
          : { from: Date.parse(row.doubt_from), at: Date.parse(row.doubt_at), steady: Number(row.doubt_steady) },
    }
    // One that is away from the database server's is not even written down: other processes may have the right one.
    if (witness !== null && Math.abs(witness - at) > APART)
      return { doubt: 'apart', now: iso(at), against: iso(witness), steady: before.steady, left: 0 }
    const { seen, steady, doubt } = readOnce(before, at)
    await all.updateTable('clock').set({
      seen_at: iso(seen), steady, doubt_from: doubt && iso(doubt.from), doubt_at: doubt && iso(doubt.at), doubt_steady: doubt?.steady ?? 0,
    }).execute()
    return {
      doubt: doubt && (doubt.at > seen ? 'ahead' : 'behind'),
      now: iso(at),
      against: iso(seen),
      steady,
      left: doubt ? BELIEVED_AFTER - doubt.steady : 0,
    }
  })
  return latest
}

/** Somebody has looked, and the clock is right: it is believed from now on. */
export async function confirmClock(db: Db, now: Date): Promise<void> {
  await db.updateTable('clock').set({ seen_at: now.toISOString(), doubt_from: null, doubt_at: null, doubt_steady: 0 }).execute()
}

/**
 * An admin has looked at the clock and says that it is right.
 * @param shown what the page showed
 * @returns what is made of the clock now
 * @throws `conflict` where it says something else by now, or no word of an admin's makes it right
 */
export async function confirmShownClock(
  db: Db,
  by: { readonly id: string, readonly schoolId: string },
  shown: Date,
  now = new Date(),
): Promise<ClockBelief> {
  if (Math.abs(now.getTime() - shown.getTime()) > LOOKED_AT) throw new Refusal('conflict', 'clock-moved')
  if (latest?.doubt === 'apart') throw new Refusal('conflict', 'clocks-apart')
  await confirmClock(db, now)
  await audit(db, by, 'system.clock', by.schoolId)
  return believe(db, now, await databaseTime(db))
}
