/**
 * Room that is kept for what must go on when the disk is full: closing a lesson, taking it away, erasing somebody. All of these
 * make the data less, but writing that down takes room first. For the embedded database it is a file beside it, given up for such
 * a piece of work and made again after it. (PostgreSQL lies on a disk of its own: docs/deployment.md says what to keep there.)
 */
import { randomBytes } from 'node:crypto'
import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { troubleOf } from '../failure.ts'
import type { Db } from './client.ts'
import { freeSpace } from './free-space.ts'

/** Bytes: a whole class whose pupils have filled their attempts to the brim, erased and overwritten. */
const SIZE = 32 * 1024 * 1024
const PIECE = 1024 * 1024

export interface Reserve {
  /** Gives the room back to the disk. */
  release(): Promise<void>
  /** Takes it again, as much of it as there is. @param leaves bytes that have to be left to everything else, or nothing is taken */
  fill(leaves: number): Promise<void>
  /** @returns bytes that are kept, and how many there should be */
  held(): Promise<{ readonly size: number, readonly of: number }>
}

/** @param folder where the embedded database lies; @param of bytes; less in tests */
export function fileReserve(folder: string, of = SIZE): Reserve {
  const path = join(folder, 'reserve')
  const size = () => stat(path).then(({ size: there }) => there, () => 0)
  return {
    release: () => rm(path, { force: true }),
    async fill(leaves) {
      const missing = of - await size()
      if (missing <= 0 || (await freeSpace(folder) ?? 0) < missing + leaves) return
      const file = await open(path, 'a', 0o600)
      try {
        // Not zeros: a disk that compresses would keep no room for them.
        for (let there = await size(); there < of; there += PIECE) await file.writeFile(randomBytes(Math.min(PIECE, of - there)))
        await file.sync()
      }
      catch (error) {
        // As much as there was.
        if (troubleOf(error) !== 'no-room') throw error
      }
      finally {
        await file.close()
      }
    },
    held: async () => ({ size: await size(), of }),
  }
}

interface Kept {
  readonly reserve: Reserve
  /** One piece of work has the room at a time; others that need it wait for their turn. */
  turn: Promise<unknown>
  isOut: boolean
}

const reserves = new WeakMap<Db, Kept>()

/**
 * From now on this database has a reserve. What is missing of it is filled where as much again is left: it does not take the last
 * room from what it is there for. Called again from time to time, for a disk that was full.
 */
export async function keepReserve(db: Db, reserve: Reserve): Promise<void> {
  if (reserves.get(db)?.isOut) return
  await reserve.fill((await reserve.held()).of)
  if (!reserves.has(db)) reserves.set(db, { reserve, turn: Promise.resolve(), isOut: false })
}

/** @returns how much is kept for a database; null where it has no reserve */
export const reserveOf = (db: Db): Promise<{ readonly size: number, readonly of: number }> | null =>
  reserves.get(db)?.reserve.held() ?? null

/**
 * Does work that must be possible on a full disk. Where it finds no room, it is done again with the reserve.
 * @param work in a transaction, so that it can be done again
 */
export async function withReserve<T>(db: Db, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  }
  catch (error) {
    const kept = reserves.get(db)
    if (!kept || troubleOf(error) !== 'no-room') throw error
    const turn = kept.turn.then(() => spend(db, kept, work))
    kept.turn = turn.catch(() => undefined)
    return turn
  }
}

async function spend<T>(db: Db, kept: Kept, work: () => Promise<T>): Promise<T> {
  kept.isOut = true
  try {
    await kept.reserve.release()
    return await work()
  }
  finally {
    // What was written goes from the log into the database, where what was deleted has left room; only then is there room to keep again.
    await sql`pragma wal_checkpoint(truncate)`.execute(db).catch(() => undefined)
    await kept.reserve.fill(Number.NEGATIVE_INFINITY).catch(() => undefined)
    kept.isOut = false
  }
}

/** What can wait on a device does not take the room that is given up for something else. @throws as a full disk does */
export function leaveReserve(db: Db): void {
  if (reserves.get(db)?.isOut) throw Object.assign(new Error('the reserve is in use, so the disk is full'), { code: 'ENOSPC' })
}
