/** Who of a school needs a second step at sign-in, and in which way somebody signed in. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  await db.schema.alterTable('school').addColumn('second_step', 'text', column => column.notNull().defaultTo('nobody')).execute()
  // Of sessions that were there before, nobody knows; they count as begun with a password alone.
  await db.schema.alterTable('staff_session').addColumn('way', 'text').execute()
}
