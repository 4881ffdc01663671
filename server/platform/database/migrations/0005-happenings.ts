/** How often somebody was refused, by the hour. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  await db.schema.createTable('happening')
    .addColumn('hour', 'text', column => column.notNull())
    .addColumn('event', 'text', column => column.notNull())
    .addColumn('count', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('happening_key', ['hour', 'event'])
    .execute()
}
