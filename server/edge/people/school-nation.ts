/** Which nation's help and words whoever asks is to get: their school's, where they are signed in. */
import type { H3Event } from 'h3'
import type { Nation } from '#shared/lesson/nations'
import { staffOf } from './require-staff.ts'

export async function nationOf(event: H3Event): Promise<Nation> {
  const found = await staffOf(event)
  if (!found) return 'uk'
  const school = await found.db.selectFrom('school').select('nation').where('id', '=', found.staff.schoolId).executeTakeFirst()
  return school?.nation ?? 'uk'
}
