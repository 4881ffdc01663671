/**
 * A school's data as a file: every row as a line of JSON, compressed. Made and taken back while the app runs, and the same for
 * both databases, so that it also carries a school from one to the other. Both take time in proportion to what there is, and
 * little memory.
 */
import { Kysely, sql } from 'kysely'
import { damaged, openBackup, writeBackup, type BackupRow } from './backup-file.ts'
import type { Engine, OpenDatabase } from '../platform/database/client.ts'
import { readErasures } from './erasures.ts'
import { sqliteDialect } from '../platform/database/sqlite-dialect.ts'
import { noteUpkeep } from './upkeep.ts'
import { settings } from '../platform/settings.ts'

/**
 * In the order in which rows can be put back: what others point to comes first. What the server did to look after itself
 * (`upkeep`), and how often it refused somebody (`happening`), what its clock said (`clock`) and what it has announced to delete
 * (`deletion`), is not a school's and stays where it is.
 */
export const tables = [
  'school',
  'school_logo',
  'school_holiday',
  'secret',
  'setup',
  'staff',
  'staff_session',
  'staff_account',
  'staff_verification',
  'staff_two_factor',
  'staff_passkey',
  'staff_link',
  'class',
  'class_staff',
  'roster_change',
  'pupil',
  'pupil_account',
  'pupil_session',
  'class_group',
  'class_group_pupil',
  'assignment',
  'attempt',
  'excuse',
  'catch_up',
  'check_done',
  'tally',
  'quiz_entry',
  'told_together',
  'insight_wording',
  'insight_look',
  'insight_waiting',
  'evidence_sum',
  'evidence_note',
  'audit',
  'erasure',
  'lti_platform',
  'lti_deployment',
  'lti_key',
  'lti_invite',
  'lti_login',
  'lti_context',
  'lti_link',
  'lti_pupil',
  'lti_session',
  'lti_score',
  'rate_limit',
  'known_device',
] as const

/** Of earlier releases, whose data can be backed up before an update. What points to others stands after them. */
const earlierTables: readonly string[] = ['attempt_event']

/** Of the server itself, and not in a backup. */
const ownTables: readonly string[] = ['upkeep', 'happening', 'clock', 'deletion']

type AnyTables = Kysely<Record<string, Record<string, unknown>>>
const inAnyShape = (opened: OpenDatabase) => opened.db as unknown as AnyTables

/** Rows that are asked for, or put back, together. */
const AT_ONCE = 2_000

async function* rowsOf(db: AnyTables, engine: Engine, there: ReadonlySet<string>) {
  for (const table of [...tables, ...earlierTables].filter(name => there.has(name))) {
    if (engine === 'sqlite') {
      for await (const row of db.selectFrom(table).selectAll().stream()) yield { table, row }
      continue
    }
    await sql`declare to_back_up no scroll cursor for select * from ${sql.table(table)}`.execute(db)
    for (;;) {
      const { rows } = await sql<object>`fetch ${sql.lit(AT_ONCE)} from to_back_up`.execute(db)
      for (const row of rows) yield { table, row }
      if (rows.length < AT_ONCE) break
    }
    await sql`close to_back_up`.execute(db)
  }
}

/**
 * @returns the steps that the tables have taken, whichever release they are of, and which tables there are; @throws with a
 * sentence where there is nothing, or more than this release knows
 */
async function shapeOf(db: AnyTables): Promise<{ steps: string[], there: ReadonlySet<string> }> {
  const there = new Set((await db.introspection.getTables()).map(({ name }) => name))
  const all = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!all.some(({ name }) => name === 'kysely_migration'))
    throw new Error('There is no school\'s data here to back up. Look whether DATA_DIR, or DATABASE_URL, is the same as the app\'s.')
  const unknown = [...there].filter(name => ![...tables, ...earlierTables, ...ownTables].includes(name))
  if (unknown.length > 0) throw new Error('This database was made by a newer release of Who\'s There?. Make the backup with that release.')
  const steps = (await db.selectFrom('kysely_migration').select('name').orderBy('name').execute()).map(({ name }) => String(name))
  return { steps, there }
}

/** A connection of its own, so that nobody waits for the one that everybody shares; a database in memory has no other. */
async function besides(opened: OpenDatabase): Promise<AnyTables | undefined> {
  if (opened.engine !== 'sqlite') return undefined
  const { rows: [main] } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(opened.db)
  return main?.file ? new Kysely({ dialect: sqliteDialect(main.file) }) : undefined
}

/**
 * Writes everything, as it is at one moment, to a file. The app goes on meanwhile.
 * @throws where the file cannot be written; then there is none, rather than half of one
 */
export async function backUp(opened: OpenDatabase, path: string): Promise<void> {
  const own = await besides(opened)
  const db = own ?? inAnyShape(opened)
  try {
    const transaction
      = opened.engine === 'postgres'
        ? db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read')
        : db.transaction().setAccessMode('read only')
    const { there } = await transaction.execute(async (all) => {
      const shape = await shapeOf(all)
      await writeBackup(path, shape.steps, rowsOf(all, opened.engine, shape.there))
      return shape
    })
    if (there.has('upkeep')) await noteUpkeep(opened.db, 'backup')
  }
  finally {
    await own?.destroy()
  }
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
  const count = async (table: 'staff' | 'class' | 'pupil' | 'attempt') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    )
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
  const { madeAt, rows } = await openBackup(path)
  const schools: string[] = []
  const counts: Record<string, number> = {}
  for await (const together of rows) {
    for (const { table, row } of together) {
      counts[table] = (counts[table] ?? 0) + 1
      if (table === 'school') schools.push(String(row.name))
    }
  }
  const { staff = 0, class: classes = 0, pupil: pupils = 0, attempt: attempts = 0 } = counts
  return { madeAt, schools, staff, classes, pupils, attempts }
}

/**
 * Puts a backup in the place of everything that is there, whole or not at all. What people had erased since is erased again.
 * @param listed the list of erasures outside the database, for where the database itself was lost
 * @throws with a sentence where the file is no backup, is damaged, or is of another release
 */
export async function restore(opened: OpenDatabase, path: string, listed = settings().erasuresFile): Promise<Restored> {
  const outside = listed === undefined ? [] : await readErasures(listed)
  const { madeAt, rows } = await openBackup(path)
  const erasedAgain = await inAnyShape(opened).transaction().execute(async (db) => {
    // What went because it had been kept long enough may come back: a clock may have been wrong, and it is announced anew.
    const erasures = [...await db.selectFrom('erasure').selectAll().where('cause', '=', 'asked').execute(), ...outside]
    await clear(db, opened.engine)
    const put = await putter(db, opened.engine)
    for await (const together of rows) for (const row of together) await put.add(row)
    await put.end()
    return eraseAgain(db, erasures)
  })
  await noteUpkeep(opened.db, 'restore')
  return { madeAt, erasedAgain }
}

async function clear(db: AnyTables, engine: Engine) {
  const all = [...tables, 'deletion']
  // Row by row, PostgreSQL would look for each pupil through all the rows that have just gone.
  if (engine === 'postgres') await sql`truncate ${sql.join(all.map(name => sql.table(name)))}`.execute(db)
  else for (const name of all.reverse()) await db.deleteFrom(name).execute()
}

/** A row that does not fit its table: SQLite says so by 19 (constraint) and 20 (mismatch), PostgreSQL by the classes 22 and 23. */
const doesNotFit = (error: unknown) =>
  error instanceof Error
  && (('errcode' in error && [19, 20].includes(Number(error.errcode) & 255)) || ('code' in error && /^2[23]/.test(String(error.code))))

/** Puts rows back, as many of a table together as come one after the other. */
async function putter(db: AnyTables, engine: Engine) {
  const columns = new Map((await db.introspection.getTables()).map(({ name, columns: its }) => [name, its.map(column => column.name)]))
  const known: ReadonlySet<string> = new Set(tables)
  let waiting: BackupRow['row'][] = []
  let table = ''

  async function end() {
    if (waiting.length === 0) return
    const names = columns.get(table) ?? []
    const [into, given] = [sql.join(names.map(name => sql.ref(name))), JSON.stringify(waiting)]
    waiting = []
    // Yes and no are numbers in SQLite and a type of their own in PostgreSQL; from JSON, each reads what the other wrote.
    const from = engine === 'postgres'
      ? sql`select ${into} from json_populate_recordset(null::${sql.table(table)}, ${given}::json)`
      : sql`select ${sql.join(names.map(name => sql`json_extract(value, ${sql.lit(`$.${name}`)})`))} from json_each(${given})`
    try {
      await sql`insert into ${sql.table(table)} (${into}) ${from}`.execute(db)
    }
    catch (error) {
      throw doesNotFit(error) ? damaged(`: what it says of "${table}" does not fit`) : error
    }
  }

  return {
    async add({ table: name, row }: BackupRow) {
      if (name !== table || waiting.length >= AT_ONCE) {
        await end()
        if (!known.has(name)) throw damaged(`: it names a table "${name.slice(0, 40)}"`)
        table = name
      }
      const names = columns.get(table) ?? []
      if (Object.keys(row).length !== names.length || !names.every(column => Object.hasOwn(row, column)))
        throw damaged(`: a row of "${table}" has other fields`)
      waiting.push(row)
    },
    end,
  }
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
