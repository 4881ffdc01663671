/**
 * Durable answers of one app process and of two, on one PostgreSQL, by turns. Where all of them and this program share two cores,
 * two processes cannot take more: then the processor time of an answer, and how often one process waited for the other's lock, say
 * what two would do with cores of their own. `BENCH_APP_UNDER` can hold each to a part of a core (running-app.ts).
 */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase, type Db } from '../server/platform/database/client.ts'
import { inDatabase, startApp, stores } from './running-app.ts'
import { answers, seat } from './server.ts'

interface Row { readonly what: string, readonly measured: string, readonly budget: string }

const ROUNDS = 3
/** As the budget has it, and as many as keep both processes at work: the more come together, the less each costs. */
const CONNECTIONS = [32, 128] as const
const PROCESSES = [1, 2] as const

/** What PostgreSQL has counted so far: commits, times it cut a knot of locks, and bytes of its log. */
const counted = (db: Db) =>
  sql<{ commits: number, deadlocks: number, bytes: number }>`
    select xact_commit as commits, deadlocks, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as bytes
    from pg_stat_database where datname = current_database()`.execute(db).then(({ rows: [row] }) => row ?? { commits: 0, deadlocks: 0, bytes: 0 })

/** Looks at the connections until told to stop. @returns how many were seen at work, and how many of these waited for another's lock */
async function looking(db: Db, isOver: () => boolean): Promise<{ atWork: number, locked: number }> {
  const seen = { atWork: 0, locked: 0 }
  while (!isOver()) {
    const { rows: [row] } = await sql<{ at_work: number, locked: number }>`
      select count(*) as at_work, count(*) filter (where wait_event_type = 'Lock') as locked
      from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and datname = current_database()`.execute(db)
    seen.atWork += row?.at_work ?? 0
    seen.locked += row?.locked ?? 0
    await wait(20)
  }
  return seen
}

const middleOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export async function processes(): Promise<Row[]> {
  const [embedded, store] = await stores()
  await embedded?.remove()
  if (!store) return []
  const seats = await inDatabase(store, seat)
  const { db } = await openDatabase(store.url, null)
  const apps = [await startApp(store), await startApp(store)]
  const load = async (connections: number, count: number) => {
    const using = apps.slice(0, count)
    const time = () => ({
      apps: using.reduce((sum, app) => sum + app.processorTime(), 0),
      database: store.processorTime() ?? 0,
      bench: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000,
    })
    const before = { ...await counted(db), ...time() }
    let isOver = false
    const seen = looking(db, () => isOver)
    // Each device stays with one process, as a proxy would have it; neighbours go to different ones.
    const results = await Promise.all(using.map(({ address }, index) =>
      answers(address, seats.filter((_, place) => place % count === index), { connections: connections / count })))
    isOver = true
    const { atWork, locked } = await seen
    const now = { ...await counted(db), ...time() }
    const sum = (pick: (result: typeof results[number]) => number) => results.reduce((all, result) => all + pick(result), 0)
    const taken = sum(result => result['2xx'])
    return {
      perSecond: sum(({ requests }) => requests.average),
      p99: Math.max(...results.map(({ latency }) => latency.p99)),
      refused: sum(({ non2xx, errors }) => non2xx + errors),
      app: (now.apps - before.apps) / taken,
      database: (now.database - before.database) / taken,
      bench: (now.bench - before.bench) / taken,
      inOne: taken / (now.commits - before.commits),
      bytes: (now.bytes - before.bytes) / taken,
      deadlocks: now.deadlocks - before.deadlocks,
      locked: atWork === 0 ? 0 : locked / atWork,
    }
  }
  type Load = Awaited<ReturnType<typeof load>>
  const wanted = CONNECTIONS.flatMap(connections => PROCESSES.map(count => ({ connections, count, loads: [] as Load[] })))
  for (const { address } of apps) await answers(address, seats, { connections: 4 })
  for (let round = 0; round < ROUNDS; round++)
    for (const { connections, count, loads } of wanted) loads.push(await load(connections, count))
  for (const app of apps) await app.stop()
  await db.destroy()
  await store.remove()
  return wanted.map(({ connections, count, loads }) => {
    const middle = (pick: keyof Load, digits = 2) => middleOf(loads.map(one => one[pick])).toFixed(digits)
    return {
      what: `durable answers over HTTP, ${connections} connections, ${count} app ${count === 1 ? 'process' : 'processes'} on PostgreSQL`,
      measured: `${middle('perSecond', 0)} answers/s, p99 ${middle('p99', 0)} ms, ${middle('refused', 0)} refused; each ${middle('app')} ms of processor time in the app, ${middle('database')} in PostgreSQL, ${middle('bench')} in the bench; ${middle('inOne', 1)} answers a transaction, ${middle('bytes', 0)} bytes of log each; ${middle('locked')} of the connections at work waited for a lock, ${middle('deadlocks', 0)} deadlocks`,
      budget: count === 2 ? '≥ 1.6 × one, with cores for it' : connections === 32 ? '≥ 2,000/s, p99 ≤ 50 ms' : '',
    }
  })
}
