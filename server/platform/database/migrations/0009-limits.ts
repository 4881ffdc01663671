/**
 * Tries come back one by one, so a count is one moment; devices that somebody came in from keep their way in; a teacher lets a class in.
 * Counts that run are let go of: they would have ended within a quarter of an hour.
 */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  await db.schema.dropTable('rate_limit').execute()
  await db.schema.createTable('rate_limit')
    .addColumn('key', 'text', column => column.primaryKey())
    .addColumn('full_at', 'bigint', column => column.notNull())
    .execute()
  await db.schema.createIndex('rate_limit_full_at').on('rate_limit').column('full_at').execute()
  await db.schema.createTable('known_device')
    .addColumn('mark', 'text', column => column.primaryKey())
    .addColumn('used_on', 'text', column => column.notNull())
    .execute()
  await db.schema.alterTable('class').addColumn('let_in_until', 'text').execute()
  await db.schema.alterTable('class').addColumn('let_in_from', 'text').execute()
}
