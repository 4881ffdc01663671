/** A school's logo, and when the server last looked after its data. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  // Beside the school and not in it: the picture is read far less often than the settings.
  await db.schema.createTable('school_logo')
    .addColumn('school_id', 'text', column => column.primaryKey().references('school.id').onDelete('cascade'))
    .addColumn('picture', 'text', column => column.notNull())
    .addColumn('version', 'text', column => column.notNull())
    .execute()
  await db.schema
    .createTable('upkeep')
    .addColumn('task', 'text', column => column.primaryKey())
    .addColumn('done_at', 'text', column => column.notNull())
    .execute()
}
