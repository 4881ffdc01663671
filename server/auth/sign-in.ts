/** Signing in and out: how often it may be tried, and the one answer to whatever was wrong. */
import { isAPIError } from 'better-auth/api'
import { appendResponseHeader, createError, type H3Event } from 'h3'
import type { Db } from '../database/client.ts'
import { appDatabase } from '../database/in-app.ts'
import { addressOf } from '../security/address.ts'
import { noteSignIn } from '../security/happenings.ts'
import { ensureSafeAddress } from '../security/transport.ts'
import { ensureAllowed, forgive, giveBack, isAllowed } from '../security/rate-limit.ts'
import { challengedStaff } from './codes-once.ts'
import { authFor } from './in-app.ts'
import type { StaffAuth } from './staff-auth.ts'

/** Milliseconds. */
const WINDOW = 15 * 60_000
/** By address and e-mail together, so that nobody can lock a colleague out from elsewhere. */
const OF_ONE = { tries: 10, window: WINDOW }
/** A whole school sits behind one address. */
export const OF_ADDRESS = { tries: 300, window: WINDOW }

interface Credentials { readonly email: string, readonly password: string }
/** `staffId` is of somebody who is in. */
interface SignedIn { readonly needsCode: boolean, readonly headers: Headers, readonly staffId?: string }

const tooOften = () => createError({ statusCode: 429, statusMessage: 'That was tried many times. Wait 15 minutes, then try again, or ask an admin of your school for a new password link.', data: { reason: 'password' } })
const wrong = () => createError({ statusCode: 401, statusMessage: 'This e-mail address and password do not belong together, or the account is switched off. Check both, or ask an admin of your school.', data: { reason: 'password' } })

/** @returns whose account this is. It is looked for after every wrong try, so that it takes as long where there is none */
const staffAt = (db: Db, email: string) => db.selectFrom('staff').select(['id', 'school_id as schoolId']).where('email', '=', email).executeTakeFirst()

/**
 * @param from the address that asks
 * @returns the cookies to set, and whether the second step is still to come
 * @throws 401 with one sentence for everything that can be wrong, 429 after many tries
 */
export async function signIn(db: Db, auth: StaffAuth, from: string, { email, password }: Credentials): Promise<SignedIn> {
  const keys = { one: `sign-in:${from}:${email}`, address: `sign-in:${from}` }
  if (!await isAllowed(db, keys.one, OF_ONE) || !await isAllowed(db, keys.address, OF_ADDRESS)) throw tooOften()
  const { headers, response } = await auth.api.signInEmail({ body: { email, password }, headers: new Headers(), returnHeaders: true }).catch((error: unknown) => {
    throw isAPIError(error) ? wrong() : error
  })
  await forgive(db, keys.one)
  await giveBack(db, keys.address)
  return 'twoFactorRedirect' in response ? { needsCode: true, headers } : { needsCode: false, headers, staffId: response.user.id }
}

/** Sets the cookies that Better Auth wants to be set. */
export function passOnCookies(event: H3Event, headers: Headers) {
  for (const cookie of headers.getSetCookie()) appendResponseHeader(event, 'set-cookie', cookie)
}

export async function signInHere(event: H3Event, credentials: Credentials) {
  ensureSafeAddress(event)
  const { db } = await appDatabase()
  const { needsCode, headers, staffId } = await signIn(db, await authFor(event), addressOf(event), credentials).catch(async (error: unknown) => {
    const tried = await staffAt(db, credentials.email)
    if (tried) event.context.who = { staffId: tried.id, schoolId: tried.schoolId }
    throw error
  })
  passOnCookies(event, headers)
  if (staffId !== undefined) await noteSignIn(event, db, staffId)
  return { needsCode }
}

/** The second step of sign-in, or the first use of a new authenticator app. @returns whose code it was */
export async function enterCode(event: H3Event, { code, kind }: { readonly code: string, readonly kind: 'app' | 'backup' }): Promise<string> {
  ensureSafeAddress(event)
  const { db } = await appDatabase()
  await ensureAllowed(db, `code:${addressOf(event)}`, OF_ADDRESS, 'code')
  const auth = await authFor(event)
  const { api } = auth
  // Whoever gives a code has given the password.
  event.context.who ??= await challengedStaff(event, db, auth)
  const asked = { body: { code }, headers: event.headers, returnHeaders: true as const }
  const { headers, response } = await (kind === 'app' ? api.verifyTOTP(asked) : api.verifyBackupCode(asked)).catch((error: unknown) => {
    if (!isAPIError(error)) throw error
    throw error.status === 'TOO_MANY_REQUESTS'
      ? createError({ statusCode: 429, statusMessage: 'Many wrong codes were given for this account. Wait 15 minutes, then try again, or ask an admin of your school.', data: { reason: 'code' } })
      : createError({ statusCode: 401, statusMessage: 'This code does not fit, was used already, or is too old. Wait for the next one. After five wrong ones, sign in again with your password.', data: { reason: 'code' } })
  })
  passOnCookies(event, headers)
  return response.user.id
}

export async function signOut(event: H3Event) {
  const { headers } = await (await authFor(event)).api.signOut({ headers: event.headers, returnHeaders: true })
  passOnCookies(event, headers)
}
