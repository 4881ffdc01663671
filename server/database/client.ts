/** The database: a file of its own by default, PostgreSQL where `DATABASE_URL` says so. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import type { ColumnTypes } from './migrations/0001-school.ts'
import { migrate } from './migrate.ts'
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

export interface OpenDatabase {
  readonly db: Db
  readonly engine: Engine
}

/**
 * Opens the database and brings its tables up to date.
 * @param url a `postgres://` address, or the path of a file (":memory:" for tests)
 * @throws with a sentence for whoever runs the server, when it cannot be reached or is of a newer release
 */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  const engine: Engine = /^postgres(?:ql)?:\/\//.test(url) ? 'postgres' : 'sqlite'
  // Others on this machine are not to read pupils' names.
  if (engine === 'sqlite' && url !== ':memory:') mkdirSync(dirname(url), { recursive: true, mode: 0o700 })
  const db = new Kysely<Database>({
    dialect: engine === 'postgres' ? new PostgresDialect({ pool: new Pool({ connectionString: url, max: 10 }) }) : sqliteDialect(url),
  })
  await migrate(db, columnTypes[engine])
  return { db, engine }
}
