/** What was announced before it is deleted, which clock is believed, and why something was erased. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  // Of what was erased before, nobody knows why; it counts as asked for.
  await db.schema.alterTable('erasure').addColumn('cause', 'text', column => column.notNull().defaultTo('asked')).execute()
  await db.schema.alterTable('class').addColumn('kept_until', 'text').execute()
  await db.schema.createTable('clock')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('seen_at', 'text', column => column.notNull())
    .addColumn('steady', 'bigint', column => column.notNull())
    .addColumn('doubt_from', 'text')
    .addColumn('doubt_at', 'text')
    .addColumn('doubt_steady', 'bigint', column => column.notNull().defaultTo(0))
    .addColumn('forgot_before', 'text')
    .execute()
  await db.schema.createTable('deletion')
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('subject_id', 'text', column => column.notNull())
    .addColumn('school_id', 'text')
    .addColumn('announced_at', 'text', column => column.notNull())
    .addColumn('steady', 'bigint', column => column.notNull())
    .addColumn('due_on', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('deletion_key', ['kind', 'subject_id'])
    .execute()
}
