/** Who is being asked for a code. */
import type { StaffAuth } from './staff-auth.ts'
import type { Db } from '../../platform/database/client.ts'

export interface ChallengedStaff {
  readonly staffId: string
  readonly schoolId: string
}

/**
 * @param cookie what the browser holds under a name
 * @returns who has given the password in this browser and is asked for a code: for the log, which wants to know whose account is tried
 */
export async function challengedStaff(
  cookie: (name: string) => string | undefined,
  db: Db,
  auth: StaffAuth,
): Promise<ChallengedStaff | undefined> {
  const { createAuthCookie, internalAdapter } = await auth.$context
  const [challenge = ''] = cookie(createAuthCookie('two_factor').name)?.split('.') ?? []
  const asked = challenge === '' ? null : await internalAdapter.findVerificationValue(challenge)
  const found = asked
    ? await db.selectFrom('staff').select(['id', 'school_id']).where('id', '=', asked.value).executeTakeFirst()
    : undefined
  return found && { staffId: found.id, schoolId: found.school_id }
}
