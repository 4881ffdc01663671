/** Which question a class was told of together, for a day: so that its quiz does not tell of the same answers once more. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  await db.schema.createTable('told_together')
    .addColumn('class_id', 'text', column => column.notNull().references('class.id').onDelete('cascade'))
    .addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
    .addColumn('lesson_id', 'text', column => column.notNull())
    .addColumn('item_id', 'text', column => column.notNull())
    .addColumn('until', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('told_together_key', ['class_id', 'lesson_id', 'item_id'])
    .execute()
}
