/** What the school's evidence report keeps: sums over classes in words of before, and what the school says that it did. */
import type { Kysely } from 'kysely'

type AnyDatabase = Kysely<Record<string, Record<string, unknown>>>

export async function up(db: AnyDatabase): Promise<void> {
  await db.schema.createTable('evidence_sum')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
    .addColumn('year_ends', 'text', column => column.notNull())
    .addColumn('lesson_id', 'text', column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('pools', 'text', column => column.notNull())
    .addColumn('said', 'text', column => column.notNull())
    .execute()
  await db.schema.createIndex('evidence_sum_of_year').on('evidence_sum').columns(['school_id', 'year_ends']).execute()
  await db.schema.createTable('evidence_note')
    .addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
    .addColumn('year_ends', 'text', column => column.notNull())
    .addColumn('place', 'integer', column => column.notNull())
    .addColumn('text', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('evidence_note_key', ['school_id', 'year_ends', 'place'])
    .execute()
  await db.schema.alterTable('assignment').addColumn('is_summed', 'integer', column => column.notNull().defaultTo(0)).execute()
}
