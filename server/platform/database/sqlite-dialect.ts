/** Kysely's SQLite dialect over Node's own `node:sqlite`: nothing to compile, one file, one connection. */
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type QueryResult,
  type SqliteDatabase,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely'

/** Statements are prepared once; a school's app has some hundred of them. */
const KEPT_STATEMENTS = 500

/** Milliseconds for which a database that another process writes to is asked again, and between two times. */
const PATIENCE = 10_000
const AGAIN_AFTER = 20

/** SQLite can take table changes back; Kysely's own adapter does not use it. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }

  // The driver below lets one at a time use the connection, and another one while that one waits.
  override get supportsMultipleConnections() {
    return true
  }
}

/** @returns whether another process holds the database (SQLITE_BUSY, in all its kinds) */
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5

/** The one connection, for one who uses it at a time. */
class Turns {
  #isTaken = false
  readonly #waiting: (() => void)[] = []

  async take(): Promise<void> {
    if (this.#isTaken) await new Promise<void>(resolve => this.#waiting.push(resolve))
    this.#isTaken = true
  }

  end() {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#isTaken = false
  }
}

/** Somebody's turn. */
class Turn implements DatabaseConnection {
  readonly #connection: DatabaseConnection
  readonly #turns: Turns
  isInTransaction = false

  constructor(connection: DatabaseConnection, turns: Turns) {
    this.#connection = connection
    this.#turns = turns
  }

  /** SQLite itself would wait with all of the process. Here whoever can go on does: readers always, since they need wait for no writer. */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const until = performance.now() + PATIENCE
    for (;;) {
      try {
        return await this.#connection.executeQuery<R>(query)
      }
      catch (error) {
        if (this.isInTransaction || !isBusy(error) || performance.now() > until) throw error
      }
      this.#turns.end()
      await sleep(AGAIN_AFTER)
      await this.#turns.take()
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize = 1): AsyncIterableIterator<QueryResult<R>> {
    return this.#connection.streamQuery<R>(query, chunkSize)
  }
}

class NodeSqliteDriver extends SqliteDriver {
  readonly #turns = new Turns()

  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take()
    return new Turn(await super.acquireConnection(), this.#turns)
  }

  override async releaseConnection(): Promise<void> {
    this.#turns.end()
  }

  /** A transaction that writes says so when it begins: then it waits there, where nothing was done yet, and never in the middle. */
  override async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings = {}): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'))
    if (connection instanceof Turn) connection.isInTransaction = true
  }
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase

  constructor(database: SqliteDatabase) {
    super({ database })
    this.#database = database
  }

  override createAdapter() {
    return new TransactionalSqliteAdapter()
  }

  override createDriver() {
    return new NodeSqliteDriver({ database: this.#database })
  }
}

function statementOf(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as (string | number | null)[]
  return {
    reader: statement.columns().length > 0,
    all: parameters => statement.all(...values(parameters)),
    run: parameters => statement.run(...values(parameters)),
    iterate: parameters => statement.iterate(...values(parameters)),
  }
}

/** A statement that does nothing. */
const nothing: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
}

function statementsOf(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    prepare(sql) {
      // On a full disk SQLite has rolled back by itself; a second time would fail, and hide why.
      if (sql === 'rollback' && !database.isTransaction) return nothing
      const known = kept.get(sql)
      if (known) return known
      const statement = statementOf(database.prepare(sql))
      if (kept.size >= KEPT_STATEMENTS) kept.clear()
      kept.set(sql, statement)
      return statement
    },
    close: () => database.close(),
  }
}

/**
 * @param path a file, made when it is not there, or ":memory:"
 * Durable: an answer is on the disk when its transaction has ended (`synchronous = FULL`), also where the power fails the moment after.
 */
export function sqliteDialect(path: string): SqliteDialect {
  const database = new DatabaseSync(path)
  database.exec(
    'pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on; pragma busy_timeout = 0',
  )
  return new NodeSqliteDialect(statementsOf(database))
}
