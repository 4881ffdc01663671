/** The days on which a school is shut, for whoever reckons with days. */
import type { Calendar, Holiday } from '#shared/lesson/school-days'
import { lessonDaysIn } from '#shared/lesson/school-days'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'

/** @returns a school's holidays, the soonest first */
export async function holidaysOf(db: Db, schoolId: string): Promise<Holiday[]> {
  const rows = await db
    .selectFrom('school_holiday')
    .select(['name', 'first_day', 'last_day'])
    .where('school_id', '=', schoolId)
    .where('removed_at', 'is', null)
    .orderBy('first_day')
    .orderBy('id')
    .execute()
  return rows.map(({ name, first_day: from, last_day: to }) => ({ name, from, to }))
}

/** @returns when a class can have lessons */
export async function calendarOf(db: Db, one: Pick<Row<'class'>, 'school_id' | 'lesson_days'>): Promise<Calendar> {
  return { holidays: await holidaysOf(db, one.school_id), lessonDays: lessonDaysIn(one.lesson_days) }
}
