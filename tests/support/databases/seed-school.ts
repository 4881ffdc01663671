/** Rows to test with, without a test runner: browser tests use them too. */
import { sql } from 'kysely'
import type { Db } from '../../../server/platform/database/client.ts'
import { newId } from '../../../server/platform/security/tokens.ts'

/**
 * A school with a class, its teacher and some pupils, as rows.
 * @param options `pupilId` where the order of pupils' ids matters
 */
export async function schoolWith(db: Db, { pupils = 3, role = 'teacher' as const, pupilId = () => newId() } = {}) {
  const schoolId = newId()
  const now = new Date().toISOString()
  await db
    .insertInto('school')
    .values({ id: schoolId, name: 'Oakfield', year_ends: '07-31', keep_months: 1, help_contact: null, created_at: now })
    .execute()
  const staffId = newId()
  await sql`insert into staff (id, school_id, role, name, email, email_verified, created_at, updated_at) values (${staffId}, ${schoolId}, ${role}, 'T. Teacher', ${`${staffId.toLowerCase()}@example.org`}, ${sql.raw('false')}, ${now}, ${now})`.execute(
    db,
  )
  const classId = newId()
  await db
    .insertInto('class')
    .values({
      id: classId,
      school_id: schoolId,
      name: '5B',
      code: newId(),
      created_at: now,
      year_ends: '2027-07-31',
      archived_at: null,
      open_until: null,
    })
    .execute()
  await db.insertInto('class_staff').values({ school_id: schoolId, class_id: classId, staff_id: staffId }).execute()
  const pupilIds = Array.from({ length: pupils }, pupilId)
  if (pupils > 0) {
    await db
      .insertInto('pupil')
      .values(
        pupilIds.map((id, index) => ({
          id,
          school_id: schoolId,
          class_id: classId,
          name: `Pupil ${index + 1}`,
          pictures_hash: '',
          key_hash: newId(),
          created_at: now,
        })),
      )
      .execute()
  }
  return {
    schoolId,
    staffId,
    classId,
    pupilIds,
    staff: { id: staffId, schoolId, role, name: 'T. Teacher', email: `${staffId.toLowerCase()}@example.org` },
  }
}
