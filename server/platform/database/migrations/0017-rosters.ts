/** What was done with class lists that can be undone for a day. */
import type { Kysely } from 'kysely'

type AnyDatabase = Kysely<Record<string, Record<string, unknown>>>

export async function up(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('roster_change')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
    .addColumn('staff_id', 'text', column => column.notNull().references('staff.id').onDelete('cascade'))
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('made_at', 'text', column => column.notNull())
    .addColumn('until', 'text', column => column.notNull())
    .addColumn('undone_at', 'text')
    .addColumn('way_back', 'text', column => column.notNull())
    .execute()
  await db.schema.createIndex('roster_change_school').on('roster_change').column('school_id').execute()
}
