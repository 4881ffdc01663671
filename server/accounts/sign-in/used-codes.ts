/**
 * A code of an authenticator app is taken once (OWASP ASVS 2.8.4), by whichever process of the app it comes to; its owner is told
 * when it is tried again (2.8.5).
 */
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import type { Db } from '../../platform/database/client.ts'
import { sendChangeNotice } from '../staff/sign-in-notices.ts'
import { audit } from '../../platform/security/audit.ts'
import { isAllowed, isUsedUp } from '../../platform/security/rate-limit.ts'
import { readersLocale } from '../../platform/readers-locale.ts'

/** Milliseconds: longer than the half minutes before, of and after a code, in which it fits. */
const ONCE = { tries: 1, window: 2 * 60_000 }
/** Whoever tries on and on fills no mailbox. Milliseconds. */
const TOLD_ONCE = { tries: 1, window: 60 * 60_000 }

const VERIFY = '/two-factor/verify-totp'
/** That a code let somebody in: a wrong one that is typed twice is nothing to worry about. */
const takenName = (owner: string, code: unknown) => `taken:${owner}:${String(code)}`

type AuthContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** @returns whose code it is: of whoever is signed in (its first use), else of whoever has given the password */
async function ownerOf(context: AuthContext): Promise<string | undefined> {
  const session = await getSessionFromCtx(context)
  if (session) return session.user.id
  const { createAuthCookie, internalAdapter, secret } = context.context
  const challenge = await context.getSignedCookie(createAuthCookie('two_factor').name, secret)
  return challenge ? (await internalAdapter.findVerificationValue(challenge))?.value : undefined
}

/** Somebody has seen the code, or was in between: that is worth a mail, and a line for the admins. */
async function warnOwner(db: Db, owner: string, headers: Headers) {
  if (!await isAllowed(db, `code-again:${owner}`, TOLD_ONCE)) return
  const { school_id: schoolId } = await db.selectFrom('staff').select('school_id').where('id', '=', owner).executeTakeFirstOrThrow()
  await audit(db, { id: null, schoolId }, 'account.code-again', owner)
  void sendChangeNotice(db, owner, 'code-again', readersLocale(headers))
}

/**
 * For Better Auth to call before and after every request. A code counts as used before it is looked at, so that of two that come
 * at the same time only one gets on; a wrong one is refused anyway.
 */
export const codesOnce = (db: Db) => ({
  before: createAuthMiddleware(async (context) => {
    if (context.path !== VERIFY) return
    const [owner, code] = [await ownerOf(context), context.body?.code]
    if (owner !== undefined && await isAllowed(db, `code:${owner}:${String(code)}`, ONCE)) return
    if (owner !== undefined && await isUsedUp(db, takenName(owner, code), ONCE))
      await warnOwner(db, owner, context.headers ?? new Headers())
    throw new APIError('UNAUTHORIZED')
  }),
  after: createAuthMiddleware(async (context) => {
    const { returned, newSession, session } = context.context
    const owner = (newSession ?? session)?.user.id
    if (context.path === VERIFY && owner !== undefined && !isAPIError(returned))
      await isAllowed(db, takenName(owner, context.body?.code), ONCE)
  }),
})
