/**
 * Many small pieces of work in one commit.
 * An answer is acknowledged when it is on the disk, and waiting for the disk, and for a server's answer to each query, is most of what
 * it costs. So what has come in while others were being written is written together, with the same few queries, and waits once.
 */
import type { Db } from './client.ts'
import { isEmbedded } from './engine-of.ts'
import { Gathered } from './gathered.ts'

/**
 * How many groups are written at once. SQLite has one connection. PostgreSQL writes one group to the disk while the statements of the
 * next come in; more at a time would only make smaller groups.
 */
const mostGroups = (db: Db): number => isEmbedded(db) ? 1 : 2

/**
 * @param work done in a transaction with others that have come in; it returns the result of each in their order, and touches nothing
 * but the database: where it fails for several, it is taken back and run again for each by itself
 * @returns a function that has a piece done, and returns its result when it is on the disk
 */
export function inOneCommit<Piece, Result>(
  work: (transaction: Db, pieces: readonly Piece[]) => Promise<readonly Result[]>,
): (db: Db, piece: Piece) => Promise<Result> {
  const known = new WeakMap<Db, Gathered<Piece, Result>>()
  return (db, piece) => {
    const gathered = known.get(db)
      ?? new Gathered<Piece, Result>(pieces => db.transaction().execute(transaction => work(transaction, pieces)), mostGroups(db))
    known.set(db, gathered)
    return gathered.add(piece)
  }
}
