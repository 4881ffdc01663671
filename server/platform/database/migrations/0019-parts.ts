/**
 * A class is given a part of a lesson, in one order for all, with questions left out or put in; closing can be undone until what is
 * deleted then has gone; a pupil catches up, or has a second go. What was closed before is deleted already.
 */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  const assignment = () => db.schema.alterTable('assignment')
  await assignment().addColumn('part', 'text', column => column.notNull().defaultTo('whole')).execute()
  await assignment().addColumn('order_seed', 'integer').execute()
  await assignment().addColumn('left_out', 'text', column => column.notNull().defaultTo('')).execute()
  await assignment().addColumn('put_in', 'text', column => column.notNull().defaultTo('')).execute()
  await assignment().addColumn('can_reopen', 'integer', column => column.notNull().defaultTo(0)).execute()
  await db.schema.alterTable('attempt').addColumn('second_go', 'integer', column => column.notNull().defaultTo(0)).execute()
  await db.schema.createTable('catch_up')
    .addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
    .addColumn('assignment_id', 'text', column => column.notNull().references('assignment.id').onDelete('cascade'))
    .addColumn('pupil_id', 'text', column => column.notNull().references('pupil.id').onDelete('cascade'))
    .addColumn('ends_on', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('catch_up_key', ['assignment_id', 'pupil_id'])
    .execute()
  await db.schema.createIndex('catch_up_pupil').on('catch_up').column('pupil_id').execute()
}
