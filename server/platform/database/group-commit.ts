/**
 * Many small pieces of work in one commit.
 * An answer is acknowledged when it is on the disk, and waiting for the disk is most of what it costs. With one connection, as SQLite has,
 * everybody waits for everybody: so what has come in meanwhile is written together and waits once.
 */
import { SqliteAdapter } from 'kysely'
import type { Db } from './client.ts'

type Work = (transaction: Db) => Promise<unknown>

interface Waiting {
  readonly work: Work
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

const queues = new WeakMap<Db, Waiting[]>()

/**
 * Runs `work` in a transaction; in one with others where the database has a single connection.
 * @param work touches nothing but the database: where another piece of the group fails, it is taken back and run again by itself
 * @returns what `work` returned, when it is on the disk
 */
export function inOneCommit<T>(db: Db, work: (transaction: Db) => Promise<T>): Promise<T> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return db.transaction().execute(work)
  return new Promise<T>((resolve, reject) => {
    const waiting: Waiting = { work, resolve: resolve as Waiting['resolve'], reject }
    const queue = queues.get(db)
    if (queue) return void queue.push(waiting)
    queues.set(db, [waiting])
    // After everything that has arrived by now has been read.
    setImmediate(() => {
      const group = queues.get(db) ?? []
      queues.delete(db)
      void commit(db, group)
    })
  })
}

async function commit(db: Db, group: readonly Waiting[]): Promise<void> {
  try {
    const results = await db.transaction().execute(async (transaction) => {
      const done: unknown[] = []
      for (const { work } of group) done.push(await work(transaction))
      return done
    })
    group.forEach(({ resolve }, index) => resolve(results[index]))
  }
  catch (error) {
    if (group.length === 1) return group[0]?.reject(error)
    for (const waiting of group) await commit(db, [waiting])
  }
}
