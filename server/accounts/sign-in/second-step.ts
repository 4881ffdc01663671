/**
 * Whether somebody who is signed in still owes a second step (OWASP ASVS 4.3.1, docs/decisions/0014-who-needs-a-second-step.md).
 * It goes by how their session began, and not by what they have: a passkey is no second step where only the password was given.
 */
import type { SecondStepTask } from '#shared/people/second-step'
import type { Db } from '../../platform/database/client.ts'
import type { Staff } from '../staff/staff-member.ts'

/** How a session began. Whoever comes from an account elsewhere is that provider's business. */
export type Way = 'password' | 'code' | 'passkey' | 'elsewhere'

const ways: Readonly<Record<string, Way>> = {
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'code',
  '/passkey/verify-authentication': 'passkey',
  '/callback/:id': 'elsewhere',
}

/**
 * @param path what Better Auth is asked for while it makes a session
 * @param current way of the session in whose place it comes, as at a change of password
 */
export function wayOf(path: string | undefined, current: unknown): Way {
  if (path === '/change-password') return isWay(current) ? current : 'password'
  // Without an authenticator app a code is worth nothing any more.
  if (path === '/two-factor/disable') return isWay(current) && current !== 'code' ? current : 'password'
  return ways[path ?? ''] ?? 'password'
}

const isWay = (given: unknown): given is Way => given === 'password' || given === 'code' || given === 'passkey' || given === 'elsewhere'

/** Whether a session that began so has all that a school can ask for. */
export const hasTaken = (way: string | null | undefined): boolean => isWay(way) && way !== 'password'

/** @returns what is still to be done before anything else, or null */
export async function secondStepOf(
  db: Db,
  staff: Pick<Staff, 'id' | 'role'>,
  way: string | null | undefined,
): Promise<SecondStepTask | null> {
  if (hasTaken(way)) return null
  const { rule, code, passkey } = await db
    .selectFrom('staff')
    .innerJoin('school', 'school.id', 'staff.school_id')
    .select(({ exists, selectFrom }) => [
      'school.second_step as rule',
      'two_factor_enabled as code',
      exists(selectFrom('staff_passkey').select('staff_passkey.id').whereRef('user_id', '=', 'staff.id')).as('passkey'),
    ])
    .where('staff.id', '=', staff.id)
    .executeTakeFirstOrThrow()
  if (rule === 'nobody' || (rule === 'admins' && staff.role !== 'admin')) return null
  return Boolean(code) || Boolean(passkey) ? 'use' : 'set-up'
}
