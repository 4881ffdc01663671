/** The days on which a school is shut, as its admins put them in. */
import type { KeptHoliday, SchoolHolidays } from '#shared/api/school/holidays'
import { MOST_HOLIDAYS } from '#shared/api/school/holidays'
import { daysAfter, type Holiday } from '#shared/lesson/school-days'
import { Refusal } from '../platform/refusal.ts'
import type { Staff } from '../accounts/staff/staff-member.ts'
import { audit } from '../platform/security/audit.ts'
import { newId } from '../platform/security/tokens.ts'
import { schoolYearEnd } from '../classes/classes.ts'
import { today } from '../assignments/assignments.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { bankHolidays } from './bank-holidays.ts'

const DAY = 86_400_000

type By = Pick<Staff, 'id' | 'schoolId'>

const kept = (row: Row<'school_holiday'>): KeptHoliday =>
  ({ id: row.id, name: row.name, from: row.first_day, to: row.last_day, source: row.source })

export async function schoolHolidays(db: Db, { schoolId }: Pick<By, 'schoolId'>, now = new Date()): Promise<SchoolHolidays> {
  const rows = await db.selectFrom('school_holiday').selectAll().where('school_id', '=', schoolId).orderBy('first_day').orderBy('id').execute()
  const since = new Date(now.getTime() - DAY).toISOString()
  return {
    holidays: rows.filter(row => row.removed_at === null).map(kept),
    removed: rows.filter(row => row.removed_at !== null && row.removed_at > since).map(kept),
  }
}

/**
 * @returns the ids of what was not there before; the same days under the same name are kept once
 * @throws `conflict` where there would be too many
 */
export function addHolidays(db: Db, by: By, source: KeptHoliday['source'], holidays: readonly Holiday[]): Promise<string[]> {
  return db.transaction().execute(async (all) => {
    // Held, so that of two who add the same at once the second finds what the first has added.
    await all.updateTable('school').set(({ ref }) => ({ name: ref('name') })).where('id', '=', by.schoolId).execute()
    const had = (await schoolHolidays(all, by)).holidays
    const isSame = (a: Holiday) => (b: Holiday) => a.name === b.name && a.from === b.from && a.to === b.to
    const missing = holidays.filter((one, index) => !had.some(isSame(one)) && holidays.findIndex(isSame(one)) === index)
    if (had.length + missing.length > MOST_HOLIDAYS) throw new Refusal('conflict', 'too-many-holidays')
    if (missing.length === 0) return []
    const rows = missing.map(({ name, from, to }) =>
      ({ id: newId(), school_id: by.schoolId, name, first_day: from, last_day: to, source, removed_at: null }))
    await all.insertInto('school_holiday').values(rows).execute()
    await audit(all, by, 'school.holidays', by.schoolId)
    return rows.map(({ id }) => id)
  })
}

/** Adds the nation's bank holidays until the end of the next school year. @returns as `addHolidays` */
export async function addBankHolidays(db: Db, by: By, now = new Date()): Promise<string[]> {
  const { nation, year_ends: ends } = await db
    .selectFrom('school')
    .select(['nation', 'year_ends'])
    .where('id', '=', by.schoolId)
    .executeTakeFirstOrThrow()
  const day = today(now)
  return addHolidays(db, by, 'bank', bankHolidays(nation, day, schoolYearEnd(ends, daysAfter(schoolYearEnd(ends, day), 1))))
}

/** They do not count any more, or again: for a day they can come back. */
export async function setHolidaysRemoved(db: Db, by: By, ids: readonly string[], isRemoved: boolean, now = new Date()): Promise<void> {
  await db
    .updateTable('school_holiday')
    .set({ removed_at: isRemoved ? now.toISOString() : null })
    .where('school_id', '=', by.schoolId)
    .where('id', 'in', ids)
    .execute()
  await audit(db, by, 'school.holidays', by.schoolId)
}
