/**
 * Counts keep the wording they were given with. What was counted before is of no edition, and joins the first that is counted at
 * the same work (insight/wording.ts).
 */
import type { CreateTableBuilder, Kysely } from 'kysely'

type AnyDatabase = Kysely<Record<string, Record<string, unknown>>>

const counted = {
  tally: {
    fields: ['school_id', 'assignment_id', 'form', 'item_id', 'option_id', 'sure', 'step', 'count'],
    numbers: ['step', 'count'],
    optional: [],
    key: ['assignment_id', 'form', 'edition', 'item_id', 'option_id', 'sure', 'step'],
  },
  insight_look: {
    fields: ['school_id', 'assignment_id', 'form', 'over', 'classes', 'said'],
    numbers: ['over', 'classes'],
    optional: ['said'],
    key: ['assignment_id', 'form', 'edition', 'over'],
  },
  insight_waiting: {
    fields: ['school_id', 'assignment_id', 'form', 'lesson_version', 'counted'],
    numbers: ['lesson_version'],
    optional: [],
    key: ['assignment_id', 'form', 'edition'],
  },
} as const

const ofAssignment = (table: CreateTableBuilder<string>) =>
  table
    .addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
    .addColumn('assignment_id', 'text', column => column.notNull().references('assignment.id').onDelete('cascade'))
    .addColumn('form', 'text', column => column.notNull())

export async function up(db: AnyDatabase): Promise<void> {
  await ofAssignment(db.schema.createTable('insight_wording'))
    .addColumn('edition', 'text', column => column.notNull())
    .addColumn('wording', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('insight_wording_key', ['assignment_id', 'form', 'edition'])
    .execute()
  await db.schema.alterTable('quiz_entry').addColumn('edition', 'text', column => column.notNull().defaultTo('')).execute()
  for (const [name, { fields, numbers, optional, key }] of Object.entries(counted)) {
    // The key of a table cannot be changed in SQLite, so it is made anew.
    let table: CreateTableBuilder<string, string> = ofAssignment(db.schema.createTable(`${name}_new`))
      .addColumn('edition', 'text', column => column.notNull().defaultTo(''))
    for (const field of fields.slice(3)) {
      const type = (numbers as readonly string[]).includes(field) ? 'integer' : 'text'
      table = table.addColumn(field, type, column => (optional as readonly string[]).includes(field) ? column : column.notNull())
    }
    await table.addPrimaryKeyConstraint(`${name}_edition_key`, [...key]).execute()
    await db.insertInto(`${name}_new`).columns([...fields]).expression(db.selectFrom(name).select([...fields])).execute()
    await db.schema.dropTable(name).execute()
    await db.schema.alterTable(`${name}_new`).renameTo(name).execute()
  }
}
