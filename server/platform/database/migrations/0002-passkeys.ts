/** Passkeys of staff, as Better Auth's plugin wants them. */
import type { Kysely } from 'kysely'
import type { ColumnTypes } from './0001-school.ts'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>, { moment, flag }: ColumnTypes): Promise<void> {
  await db.schema.createTable('staff_passkey')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('user_id', 'text', column => column.notNull().references('staff.id').onDelete('cascade'))
    .addColumn('name', 'text')
    .addColumn('credential_id', 'text', column => column.notNull().unique())
    .addColumn('public_key', 'text', column => column.notNull())
    // Up to 2^32 - 1 (WebAuthn, 6.1).
    .addColumn('counter', 'bigint', column => column.notNull())
    .addColumn('device_type', 'text', column => column.notNull())
    .addColumn('backed_up', flag, column => column.notNull())
    .addColumn('transports', 'text')
    .addColumn('aaguid', 'text')
    .addColumn('created_at', moment)
    .execute()
  await db.schema.createIndex('staff_passkey_user_id').on('staff_passkey').columns(['user_id']).execute()
}
