/** Kysely's SQLite dialect over Node's own `node:sqlite`: nothing to compile, one file, one connection. */
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { SqliteAdapter, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'

/** Statements are prepared once; a school's app has some hundred of them. */
const KEPT_STATEMENTS = 500

/** SQLite can take table changes back; Kysely's own adapter does not use it. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

class NodeSqliteDialect extends SqliteDialect {
  override createAdapter() {
    return new TransactionalSqliteAdapter()
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
const nothing: SqliteStatement = { reader: false, all: () => [], run: () => ({ changes: 0, lastInsertRowid: 0 }), iterate: () => [][Symbol.iterator]() }

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
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 10000; pragma foreign_keys = on; pragma secure_delete = on')
  return new NodeSqliteDialect({ database: statementsOf(database) })
}
