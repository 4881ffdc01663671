/**
 * Many small pieces of work in one commit.
 * An answer is acknowledged when it is on the disk, and waiting for the disk is most of what it costs. So what has come in while others
 * were being written is written together, and waits once.
 */
import { SqliteAdapter } from 'kysely'
import type { Db } from './client.ts'

/**
 * How many groups are written at once. SQLite has one connection. PostgreSQL writes one group to the disk while the statements of the
 * next come in; more at a time would only make smaller groups.
 */
const mostGroups = (db: Db): number => db.getExecutor().adapter instanceof SqliteAdapter ? 1 : 2

type Work = (transaction: Db) => Promise<unknown>

interface Waiting {
  readonly work: Work
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

interface Queue {
  waiting: Waiting[]
  /** Groups that are being written. */
  groups: number
}

const queues = new WeakMap<Db, Queue>()

function queueOf(db: Db): Queue {
  const known = queues.get(db)
  if (known) return known
  const made: Queue = { waiting: [], groups: 0 }
  queues.set(db, made)
  return made
}

/**
 * Runs `work` in a transaction with others that have come in.
 * @param work touches nothing but the database: where another piece of the group fails, it is taken back and run again by itself
 * @returns what `work` returned, when it is on the disk
 */
export function inOneCommit<T>(db: Db, work: (transaction: Db) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const queue = queueOf(db)
    queue.waiting.push({ work, resolve: resolve as Waiting['resolve'], reject })
    // After everything that has arrived by now has been read.
    if (queue.waiting.length === 1) setImmediate(() => void writeOut(db, queue))
  })
}

/** Writes what waits, group after group, unless enough groups are on their way: the one that ends first takes it along. */
async function writeOut(db: Db, queue: Queue): Promise<void> {
  if (queue.groups >= mostGroups(db)) return
  queue.groups++
  while (queue.waiting.length > 0) await commit(db, queue.waiting.splice(0))
  queue.groups--
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
