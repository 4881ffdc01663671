/** Groups of a class, the school's dates, a class's lesson days, and an assignment that was removed and can come back for a day. */
import type { CreateTableBuilder, Kysely } from 'kysely'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  const ofSchool = <T extends string, C extends string>(builder: CreateTableBuilder<T, C>) =>
    builder.addColumn('school_id', 'text', column => column.notNull().references('school.id').onDelete('cascade'))
  await ofSchool(db.schema.createTable('class_group').addColumn('id', 'text', column => column.primaryKey()))
    .addColumn('class_id', 'text', column => column.notNull().references('class.id').onDelete('cascade'))
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema.createIndex('class_group_class_id').on('class_group').columns(['class_id']).execute()
  await ofSchool(db.schema.createTable('class_group_pupil'))
    .addColumn('group_id', 'text', column => column.notNull().references('class_group.id').onDelete('cascade'))
    .addColumn('pupil_id', 'text', column => column.notNull().references('pupil.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('class_group_pupil_key', ['group_id', 'pupil_id'])
    .execute()
  await db.schema.createIndex('class_group_pupil_pupil_id').on('class_group_pupil').columns(['pupil_id']).execute()
  await ofSchool(db.schema.createTable('school_holiday').addColumn('id', 'text', column => column.primaryKey()))
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('first_day', 'text', column => column.notNull())
    .addColumn('last_day', 'text', column => column.notNull())
    .addColumn('source', 'text', column => column.notNull())
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema.createIndex('school_holiday_school_id').on('school_holiday').columns(['school_id', 'first_day']).execute()
  await db.schema.alterTable('class').addColumn('lesson_days', 'text', column => column.notNull().defaultTo('')).execute()
  await db.schema.alterTable('assignment')
    .addColumn('group_id', 'text', column => column.references('class_group.id').onDelete('cascade'))
    .execute()
  await db.schema.alterTable('assignment').addColumn('removed_at', 'text').execute()
}
