/** A code of an authenticator app is taken once (OWASP ASVS 2.8.4), by whichever process of the app it comes to. */
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { getCookie, type H3Event } from 'h3'
import type { Db } from '../database/client.ts'
import type { Who } from '../security/happenings.ts'
import { isAllowed } from '../security/rate-limit.ts'
import type { StaffAuth } from './staff-auth.ts'

/** Milliseconds: longer than the half minutes before, of and after a code, in which it fits. */
const ONCE = { tries: 1, window: 2 * 60_000 }

type AuthContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** @returns whose code it is: of whoever is signed in (its first use), else of whoever has given the password */
async function ownerOf(context: AuthContext): Promise<string | undefined> {
  const session = await getSessionFromCtx(context)
  if (session) return session.user.id
  const { createAuthCookie, internalAdapter, secret } = context.context
  const challenge = await context.getSignedCookie(createAuthCookie('two_factor').name, secret)
  return challenge ? (await internalAdapter.findVerificationValue(challenge))?.value : undefined
}

/** @returns who has given the password in this browser and is asked for a code: for the log, which wants to know whose account is tried */
export async function challengedStaff(event: H3Event, db: Db, auth: StaffAuth): Promise<Who | undefined> {
  const { createAuthCookie, internalAdapter } = await auth.$context
  const [challenge = ''] = getCookie(event, createAuthCookie('two_factor').name)?.split('.') ?? []
  const asked = challenge === '' ? null : await internalAdapter.findVerificationValue(challenge)
  const found = asked ? await db.selectFrom('staff').select(['id', 'school_id']).where('id', '=', asked.value).executeTakeFirst() : undefined
  return found && { staffId: found.id, schoolId: found.school_id }
}

/**
 * For Better Auth to call before every request. A code counts as used before it is looked at, so that of two that come at the same time only one gets on;
 * a wrong one is refused anyway.
 */
export const codesOnce = (db: Db) => createAuthMiddleware(async (context) => {
  if (context.path !== '/two-factor/verify-totp') return
  const owner = await ownerOf(context)
  if (owner === undefined || !await isAllowed(db, `code:${owner}:${String(context.body?.code)}`, ONCE)) throw new APIError('UNAUTHORIZED')
})
