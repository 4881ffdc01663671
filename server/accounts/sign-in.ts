/** Signing in and out: how often it may be tried, and the one answer to whatever was wrong. */
import { isAPIError } from 'better-auth/api'
import { appendResponseHeader, createError, type H3Event } from 'h3'
import type { Db } from '../platform/database/client.ts'
import { appDatabase } from '../platform/database/app-database.ts'
import { addressOf, siteOf } from '../platform/security/address.ts'
import { deviceOf, isKnown, keepDevice, rememberDevice } from '../platform/security/devices.ts'
import { noteSignIn } from '../platform/security/security-events.ts'
import { ensureSafeAddress } from '../platform/security/transport.ts'
import { ensureAllowed, forgive, giveBack, giveBackFrom, inWords, isAllowed, isAllowedFrom, untilFree, untilFreeFrom, type Limit } from '../platform/security/rate-limit.ts'
import { challengedStaff } from './challenged-staff.ts'
import { authFor } from './app-sign-in.ts'
import { accountsAt } from './staff-address.ts'
import type { StaffAuth } from './staff-auth.ts'

/** Milliseconds. */
const WINDOW = 15 * 60_000
/** By address and e-mail together, so that nobody can lock a colleague out from elsewhere; or by device and e-mail. */
const OF_ONE: Limit = { tries: 10, window: WINDOW }
/** A whole school sits behind one address. Whoever has come in from there, or with this device, has no part in it. */
export const OF_ADDRESS: Limit = { tries: 300, window: WINDOW }
/** At one account from everywhere that it never came in from: a hundred, and then ten an hour. */
export const OF_ACCOUNT: Limit = { tries: 100, window: 10 * 60 * 60_000 }

interface Credentials { readonly email: string, readonly password: string }
/** `staffId` is of somebody who is in. */
interface SignedIn { readonly needsCode: boolean, readonly headers: Headers, readonly staffId?: string }

const tooOften = (wait: number) => createError({ statusCode: 429, statusMessage: `That was tried many times. Wait ${inWords(wait)}, then try again, or sign in on a device that you have used before. An admin of your school can give you a new password link.`, data: { reason: 'password' } })
const wrong = () => createError({ statusCode: 401, statusMessage: 'This e-mail address and password do not belong together, or the account is switched off. Check both, or ask an admin of your school.', data: { reason: 'password' } })

/** What somebody's place is remembered as, beside their devices. */
const place = (from: string) => `place:${siteOf(from)}`

/** Somebody of the staff is in: it is written down, and from this device and place they keep their way in. */
export async function noteWhoIsIn(event: H3Event, db: Db, staffId: string) {
  await noteSignIn(event, db, staffId)
  await rememberDevice(event, db, `staff:${staffId}`, ['staff'])
  await keepDevice(db, place(addressOf(event)), `staff:${staffId}`)
}

interface Way {
  readonly wait: () => Promise<number>
  readonly take: () => Promise<boolean>
  readonly succeeded: () => Promise<void>
}

/** One limit on one name. @param takeBack whether only this one try is forgiven, since others share the count */
const one = (db: Db, name: string, limit: Limit, takeBack = false): Way => ({
  wait: () => untilFree(db, name, limit),
  take: () => isAllowed(db, name, limit),
  succeeded: () => takeBack ? giveBack(db, name, limit) : forgive(db, name),
})

/** How tries are counted: the first that does not hold up is the one that decides, so what others can use up comes before what they cannot. */
async function waysOf(db: Db, from: string, device: string | undefined, email: string): Promise<readonly Way[]> {
  const accounts = await accountsAt(db, email)
  const knows = async (mark: string | undefined) => (await Promise.all((accounts.length > 0 ? accounts : [{ id: '' }]).map(({ id }) => isKnown(db, mark, `staff:${id}`)))).includes(true)
  if (await knows(device)) return [one(db, `sign-in-on:${device}:${email}`, OF_ONE)]
  const here = one(db, `sign-in:${from}:${email}`, OF_ONE)
  if (await knows(place(from))) return [here]
  const address: Way = {
    wait: () => untilFreeFrom(db, 'sign-in', from, OF_ADDRESS),
    take: () => isAllowedFrom(db, 'sign-in', from, OF_ADDRESS),
    succeeded: () => giveBackFrom(db, 'sign-in', from, OF_ADDRESS),
  }
  return [address, here, one(db, `sign-in-as:${email}`, OF_ACCOUNT, true)]
}

/**
 * @param from the address that asks
 * @param device what the device holds, where somebody has come in from it before
 * @returns the cookies to set, and whether the second step is still to come
 * @throws 401 with one sentence for everything that can be wrong, 429 after many tries, of which nothing is written down
 */
export async function signIn(db: Db, auth: StaffAuth, from: string, { email, password }: Credentials, device?: string): Promise<SignedIn> {
  const ways = await waysOf(db, from, device, email)
  // All are looked at before any is counted: whoever is held up by one uses up none of the others.
  const wait = Math.max(...await Promise.all(ways.map(way => way.wait())))
  if (wait > 0) throw tooOften(wait)
  for (const way of ways) if (!await way.take()) throw tooOften(await way.wait())
  const { headers, response } = await signInAtAny(db, auth, email, password)
  for (const way of ways) await way.succeeded()
  return 'twoFactorRedirect' in response ? { needsCode: true, headers } : { needsCode: false, headers, staffId: response.user.id }
}

/** With one address at two schools, the password says which is meant. @throws 401 where it fits none */
async function signInAtAny(db: Db, auth: StaffAuth, address: string, password: string) {
  const accounts = await accountsAt(db, address)
  // Where there is none, the library takes as long over a password as where there is.
  for (const { email } of accounts.length > 0 ? accounts : [{ email: address }]) {
    const signedIn = await auth.api.signInEmail({ body: { email, password }, headers: new Headers(), returnHeaders: true }).catch((error: unknown) => {
      if (!isAPIError(error)) throw error
    })
    if (signedIn) return signedIn
  }
  throw wrong()
}

/** Sets the cookies that Better Auth wants to be set. */
export function passOnCookies(event: H3Event, headers: Headers) {
  for (const cookie of headers.getSetCookie()) appendResponseHeader(event, 'set-cookie', cookie)
}

export async function signInHere(event: H3Event, credentials: Credentials) {
  ensureSafeAddress(event)
  const { db } = await appDatabase()
  const { needsCode, headers, staffId } = await signIn(db, await authFor(event), addressOf(event), credentials, deviceOf(event)).catch(async (error: unknown) => {
    // Looked for after every wrong try, so that it takes as long where there is none. At two schools, nobody knows which was meant.
    const [tried, other] = await accountsAt(db, credentials.email)
    if (tried && !other) event.context.who = { staffId: tried.id, schoolId: tried.schoolId }
    throw error
  })
  passOnCookies(event, headers)
  if (staffId !== undefined) await noteWhoIsIn(event, db, staffId)
  return { needsCode }
}

/** Wrong codes by one person from one place, besides what Better Auth counts by account. */
const OF_CODES: Limit = { tries: 30, window: WINDOW }
const wrongCode = () => createError({ statusCode: 401, statusMessage: 'This code does not fit, was used already, or is too old. Wait for the next one. After five wrong ones, sign in again with your password.', data: { reason: 'code' } })

/** The second step of sign-in, or the first use of a new authenticator app. @returns whose code it was */
export async function enterCode(event: H3Event, { code, kind }: { readonly code: string, readonly kind: 'app' | 'backup' }): Promise<string> {
  ensureSafeAddress(event)
  const { db } = await appDatabase()
  const auth = await authFor(event)
  const { api } = auth
  // Whoever gives a code has given the password: nobody else is counted, nor can hold anybody up.
  event.context.who ??= await challengedStaff(event, db, auth)
  if (!event.context.who) throw wrongCode()
  await ensureAllowed(db, `code-of:${event.context.who.staffId}:${deviceOf(event) ?? addressOf(event)}`, OF_CODES, 'code')
  const asked = { body: { code }, headers: event.headers, returnHeaders: true as const }
  const { headers, response } = await (kind === 'app' ? api.verifyTOTP(asked) : api.verifyBackupCode(asked)).catch((error: unknown) => {
    if (!isAPIError(error)) throw error
    throw error.status === 'TOO_MANY_REQUESTS'
      ? createError({ statusCode: 429, statusMessage: 'Many wrong codes were given for this account. Wait 15 minutes, then try again, or ask an admin of your school.', data: { reason: 'code' } })
      : wrongCode()
  })
  passOnCookies(event, headers)
  return response.user.id
}

export async function signOut(event: H3Event) {
  const { headers } = await (await authFor(event)).api.signOut({ headers: event.headers, returnHeaders: true })
  passOnCookies(event, headers)
}
