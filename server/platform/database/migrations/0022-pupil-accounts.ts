/** A pupil comes in with an account that they have elsewhere, where their school wants that. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  await db.schema.alterTable('school').addColumn('pupil_accounts', 'integer', column => column.notNull().defaultTo(0)).execute()
  await db.schema.createTable('pupil_account')
    .addColumn('account_hash', 'text', column => column.primaryKey())
    .addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
    .addColumn('pupil_id', 'text', column => column.notNull().unique().references('pupil.id').onDelete('cascade'))
    .execute()
}
