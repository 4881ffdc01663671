/** What is kept too long is deleted by itself: classes some time after their school year, and what nobody needs after a day or a year. */
import type { Db } from './client.ts'
import { today } from './assignments.ts'
import { eraseClass } from './classes.ts'
import { ERASURE_DAYS } from './erasures.ts'

const DAY = 86_400_000
/** A school looks back over a year of what its staff did. */
const AUDIT_DAYS = 400
/** Sessions end after half an hour without use, tries after minutes. */
const SHORT_DAYS = 1

/** @param day `YYYY-MM-DD`; @returns the day so many months later, at the month's end where it has no such day */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** @returns how many classes were deleted, with their pupils and all that these did */
export async function deleteExpired(db: Db, now = new Date()): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY).toISOString()
  await db.deleteFrom('pupil_session').where('used_at', '<', before(SHORT_DAYS)).execute()
  await db.deleteFrom('staff_session').where('expires_at', '<', now.toISOString()).execute()
  // Where a class was opened from is nobody's business once it is shut.
  await db.updateTable('class').set({ open_until: null, opened_from: null }).where('open_until', '<', now.toISOString()).execute()
  await db.deleteFrom('rate_limit').where('began', '<', now.getTime() - SHORT_DAYS * DAY).execute()
  await db.deleteFrom('happening').where('hour', '<', before(SHORT_DAYS)).execute()
  await db.deleteFrom('staff_link').where('expires_at', '<', now.toISOString()).execute()
  await db.deleteFrom('audit').where('at', '<', before(AUDIT_DAYS)).execute()
  await db.deleteFrom('erasure').where('at', '<', before(ERASURE_DAYS)).execute()
  const classes = await db.selectFrom('class').innerJoin('school', 'school.id', 'class.school_id')
    .select(['class.id', 'class.school_id', 'class.year_ends', 'school.keep_months']).execute()
  const expired = classes.filter(({ year_ends: ends, keep_months: months }) => monthsAfter(ends, months) < today(now))
  for (const { id, school_id: schoolId } of expired) {
    await db.transaction().execute(async (transaction) => {
      // Held, as by staff who delete it at this moment; then there is none left.
      const { numUpdatedRows } = await transaction.updateTable('class').set({ open_until: null }).where('id', '=', id).executeTakeFirst()
      if (Number(numUpdatedRows) > 0) await eraseClass(transaction, { id, school_id: schoolId }, now.toISOString())
    })
  }
  return expired.length
}
