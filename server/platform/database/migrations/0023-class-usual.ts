/** What is usual for a class where something is assigned to it, and what it was called before it moved up. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  const one = () => db.schema.alterTable('class')
  await one().addColumn('same_order', 'integer', column => column.notNull().defaultTo(0)).execute()
  // As every class had it before: a look back after seven weeks.
  await one().addColumn('booster_weeks', 'integer', column => column.defaultTo(7)).execute()
  await one().addColumn('name_before', 'text').execute()
}
