/** The database: a file of its own by default, PostgreSQL where `DATABASE_URL` says so. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool, types } from 'pg'
import type { ColumnTypes } from './migrations/0001-school.ts'
import { saidInLog } from '../failure.ts'
import { withKeptPlans } from './kept-plans.ts'
import { migrate, steps } from './migrate.ts'
import type { Database } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

export type Db = Kysely<Database>
export type Engine = 'sqlite' | 'postgres'

/** PostgreSQL's whole numbers of 64 bits come as text otherwise; ours stay far below what a number can hold. */
types.setTypeParser(types.builtins.INT8, Number)

const columnTypes: Readonly<Record<Engine, ColumnTypes>> = {
  sqlite: { moment: 'text', flag: 'integer' },
  postgres: { moment: 'timestamptz', flag: 'boolean' },
}

/** Milliseconds until PostgreSQL counts as away: a pupil's device waits for a sentence, not for a line that is dead. */
const PATIENCE = 5_000

/** Milliseconds. A frozen server would otherwise hold a pupil's answer for ever. */
const MOST_OF_A_QUERY = 30_000

function postgresPool(url: string): Pool {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: PATIENCE, query_timeout: MOST_OF_A_QUERY })
  // A connection that nobody was using has broken: the next one who needs one makes it anew. Without this the process would end.
  pool.on('error', ({ message }) => console.error(`PostgreSQL ended a connection: ${saidInLog(message)}`))
  return pool
}

export interface OpenDatabase {
  readonly db: Db
  readonly engine: Engine
}

/**
 * Opens the database and brings its tables up to date.
 * @param url a `postgres://` address, or the path of a file (":memory:" for tests)
 * @param wanted the steps to bring its tables to; those of another release in tests; null to leave them as they are
 * @throws with a sentence for whoever runs the server, when it cannot be reached or is of a newer release
 */
export async function openDatabase(url: string, wanted: typeof steps | null = steps): Promise<OpenDatabase> {
  const engine: Engine = /^postgres(?:ql)?:\/\//.test(url) ? 'postgres' : 'sqlite'
  if (engine === 'sqlite' && url.includes('://'))
    throw new Error('DATABASE_URL is no address of a PostgreSQL. It begins with postgres://, or is left out for the embedded database.')
  // Others on this machine are not to read pupils' names.
  if (engine === 'sqlite' && url !== ':memory:') mkdirSync(dirname(url), { recursive: true, mode: 0o700 })
  const db = new Kysely<Database>({
    dialect: engine === 'postgres' ? new PostgresDialect({ pool: withKeptPlans(postgresPool(url)) }) : sqliteDialect(url),
  })
  try {
    if (wanted) await migrate(db, columnTypes[engine], wanted)
  }
  catch (error) {
    await db.destroy()
    throw error
  }
  return { db, engine }
}

/** @returns whether the database answers at all, within a few seconds */
export async function answers(db: Db): Promise<boolean> {
  const late = new Promise<false>(resolve => setTimeout(resolve, PATIENCE, false).unref())
  return Promise.race([sql`select 1`.execute(db).then(() => true, () => false), late])
}

/** @returns bytes that the database takes on its disk */
export async function sizeOf({ db, engine }: OpenDatabase): Promise<number> {
  const query
    = engine === 'postgres'
      ? sql<{ size: number }>`select pg_database_size(current_database()) as size`
      : sql<{ size: number }>`select page_count * page_size as size from pragma_page_count(), pragma_page_size()`
  const { rows: [row] } = await query.execute(db)
  return Number(row?.size ?? 0)
}
