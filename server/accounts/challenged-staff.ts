/** Who is being asked for a code. */
import { getCookie, type H3Event } from 'h3'
import type { StaffAuth } from './staff-auth.ts'
import type { Db } from '../platform/database/client.ts'
import type { Who } from '../platform/security/security-events.ts'

/** @returns who has given the password in this browser and is asked for a code: for the log, which wants to know whose account is tried */
export async function challengedStaff(event: H3Event, db: Db, auth: StaffAuth): Promise<Who | undefined> {
  const { createAuthCookie, internalAdapter } = await auth.$context
  const [challenge = ''] = getCookie(event, createAuthCookie('two_factor').name)?.split('.') ?? []
  const asked = challenge === '' ? null : await internalAdapter.findVerificationValue(challenge)
  const found = asked ? await db.selectFrom('staff').select(['id', 'school_id']).where('id', '=', asked.value).executeTakeFirst() : undefined
  return found && { staffId: found.id, schoolId: found.school_id }
}
