/**
 * A school's data as a file: every row as a line of JSON, compressed. Made and taken back while the app runs, and the same for both databases,
 * so that it also carries a school from one to the other.
 */
import { createGunzip, createGzip } from 'node:zlib'
import { createWriteStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { sql, type Kysely } from 'kysely'
import type { OpenDatabase } from './client.ts'
import { erasuresFile, readErasures } from './erasures.ts'
import { steps } from './migrate.ts'
import { noteUpkeep } from './upkeep.ts'

/** In the order in which rows can be put back: what others point to comes first. What the server did to look after itself (`upkeep`), and how often it refused somebody (`happening`), what its clock said (`clock`) and what it has announced to delete (`deletion`), is not a school's and stays where it is. */
export const tables = [
  'school', 'school_logo', 'secret', 'setup', 'staff', 'staff_session', 'staff_account', 'staff_verification', 'staff_two_factor', 'staff_passkey', 'staff_link', 'class', 'class_staff', 'pupil', 'pupil_session',
  'assignment', 'attempt', 'attempt_event', 'excuse', 'check_done', 'tally', 'audit', 'erasure', 'rate_limit',
] as const

/** Yes and no are numbers in SQLite and a type of their own in PostgreSQL. */
const flags: readonly string[] = ['email_verified', 'two_factor_enabled', 'verified', 'backed_up']

const FORMAT = 'whos-there-backup'
const header = z.object({ format: z.literal(FORMAT), steps: z.array(z.string()), madeAt: z.iso.datetime() })
const line = z.object({ table: z.enum(tables), row: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) })

type AnyTables = Kysely<Record<string, Record<string, unknown>>>
const inAnyShape = (opened: OpenDatabase) => opened.db as unknown as AnyTables

/** Rows at a time, so that a large school needs no large memory. */
const AT_ONCE = 500

async function* linesOf(db: AnyTables): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: FORMAT, steps: Object.keys(steps), madeAt: new Date().toISOString() })}\n`
  for (const table of tables) {
    for (let from = 0; ; from += AT_ONCE) {
      const rows = await db.selectFrom(table).selectAll().orderBy(sql`1`).orderBy(sql`2`).limit(AT_ONCE).offset(from).execute()
      for (const row of rows) yield `${JSON.stringify({ table, row })}\n`
      if (rows.length < AT_ONCE) break
    }
  }
}

/**
 * Writes everything, as it is at one moment, to a file. The app goes on meanwhile.
 * @throws where the file cannot be written; then there is none, rather than half of one
 */
export async function backUp(opened: OpenDatabase, path: string): Promise<void> {
  const unfinished = `${path}.unfinished`
  const isolation = opened.engine === 'postgres' ? 'repeatable read' as const : 'serializable' as const
  const transaction = opened.engine === 'postgres' ? opened.db.transaction().setIsolationLevel(isolation) : opened.db.transaction()
  await transaction.execute(db => pipeline(linesOf(db as unknown as AnyTables), createGzip(), createWriteStream(unfinished, { mode: 0o600 })))
  await rename(unfinished, path)
  await noteUpkeep(opened.db, 'backup')
}

export interface Restored {
  readonly madeAt: string
  /** Pupils, classes and staff that were erased since the backup, and were erased again. */
  readonly erasedAgain: number
}

/** What a school's data come to, for whoever is about to replace them. */
export interface Contents {
  /** Their names. */
  readonly schools: readonly string[]
  readonly staff: number
  readonly classes: number
  readonly pupils: number
  readonly attempts: number
}

/** @returns what is in the database */
export async function contentsOf(opened: OpenDatabase): Promise<Contents> {
  const { db } = opened
  const count = async (table: 'staff' | 'class' | 'pupil' | 'attempt') => Number((await db.selectFrom(table).select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()).count)
  const schools = (await db.selectFrom('school').select('name').orderBy('created_at').execute()).map(({ name }) => name)
  const [staff, classes, pupils, attempts] = [await count('staff'), await count('class'), await count('pupil'), await count('attempt')]
  return { schools, staff, classes, pupils, attempts }
}

/**
 * Reads a whole backup and changes nothing.
 * @returns what is in it, and when it was made
 * @throws with a sentence where the file cannot be read, is no backup, is damaged, or is of another release
 */
export async function contentsOfBackup(path: string): Promise<Contents & { readonly madeAt: string }> {
  const { madeAt, lines } = await openBackup(path)
  const schools: string[] = []
  const counts: Record<string, number> = {}
  for await (const text of lines) {
    const { table, row } = rowIn(text)
    counts[table] = (counts[table] ?? 0) + 1
    if (table === 'school') schools.push(String(row.name))
  }
  const { staff = 0, class: classes = 0, pupil: pupils = 0, attempt: attempts = 0 } = counts
  return { madeAt, schools, staff, classes, pupils, attempts }
}

/** @returns when it was made, and its rows; @throws with a sentence where it cannot be read or used */
async function openBackup(path: string): Promise<{ madeAt: string, lines: AsyncIterable<string> }> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The file "${path}" ${error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.code ?? error.message})`}. Give the path of a backup.`)
  })
  const stream = file.createReadStream()
  const unpacked = stream.pipe(createGunzip())
  // A folder opens, and fails only when it is read.
  stream.on('error', error => unpacked.destroy(error))
  const lines = createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  const first = await lines.next().catch(() => ({ done: true as const, value: undefined }))
  const head = header.safeParse(first.done ? undefined : parsed(first.value))
  const refuse = (sentence: string) => {
    stream.destroy()
    return new Error(`${sentence} Nothing was changed.`)
  }
  if (!head.success) throw refuse('This file is no backup of Who\'s There?, or it is damaged.')
  if (head.data.steps.join() !== Object.keys(steps).join()) throw refuse('This backup is of another release. Start that release, restore it there, then update (docs/deployment.md).')
  return { madeAt: head.data.madeAt, lines: wholeLines(lines, () => stream.destroy()) }
}

const isDamaged = () => new Error('This backup is damaged. Nothing was changed.')

async function* wholeLines(lines: AsyncIterator<string>, close: () => void): AsyncGenerator<string> {
  try {
    yield* { [Symbol.asyncIterator]: () => lines }
  }
  catch {
    // A file that breaks off, or whose bytes were changed, cannot be unpacked to its end.
    throw isDamaged()
  }
  finally {
    close()
  }
}

/**
 * Puts a backup in the place of everything that is there, whole or not at all. What was erased since is erased again.
 * @param listed the list of erasures outside the database, for where the database itself was lost
 * @throws with a sentence where the file is no backup, is damaged, or is of another release
 */
export async function restore(opened: OpenDatabase, path: string, listed = erasuresFile()): Promise<Restored> {
  const outside = listed === undefined ? [] : await readErasures(listed)
  const { madeAt, lines } = await openBackup(path)
  const erasedAgain = await inAnyShape(opened).transaction().execute(async (db) => {
    // What went because it had been kept long enough may come back: a clock may have been wrong, and it is announced anew.
    const erasures = [...await db.selectFrom('erasure').selectAll().where('cause', '=', 'asked').execute(), ...outside]
    await db.deleteFrom('deletion').execute()
    for (const table of [...tables].reverse()) await db.deleteFrom(table).execute()
    for await (const text of lines) await putBack(opened, db, text)
    return eraseAgain(db, erasures)
  })
  await noteUpkeep(opened.db, 'restore')
  return { madeAt, erasedAgain }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return undefined
  }
}

function rowIn(text: string): z.infer<typeof line> {
  const found = line.safeParse(parsed(text))
  if (!found.success) throw isDamaged()
  return found.data
}

async function putBack({ engine }: OpenDatabase, db: AnyTables, text: string) {
  const { table, row } = rowIn(text)
  const values = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, !flags.includes(name) || value === null ? value : engine === 'postgres' ? Boolean(value) : Number(value)]))
  await db.insertInto(table).values(values).execute()
}

const tableOf: Readonly<Record<string, 'pupil' | 'class' | 'staff'>> = { pupil: 'pupil', class: 'class', staff: 'staff' }

async function eraseAgain(db: AnyTables, erasures: readonly Record<string, unknown>[]): Promise<number> {
  let count = 0
  for (const erasure of erasures) {
    await db.insertInto('erasure').values(erasure).onConflict(conflict => conflict.column('subject_id').doNothing()).execute()
    const table = tableOf[String(erasure.kind)]
    if (!table) continue
    const { numDeletedRows } = await db.deleteFrom(table).where('id', '=', erasure.subject_id).executeTakeFirst()
    count += Number(numDeletedRows)
  }
  return count
}
