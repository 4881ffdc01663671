/** Signing in and out: how often it may be tried, and the one answer to whatever was wrong. */
import { isAPIError } from 'better-auth/api'
import type { Credentials, SignedIn } from '#shared/api/school/sign-in'
import { Refusal } from '../../platform/refusal.ts'
import type { Db } from '../../platform/database/client.ts'
import { siteOf } from '../../platform/security/address.ts'
import { isKnown, keepDevice } from '../../platform/security/devices.ts'
import {
  ensureAllowed,
  forgive,
  giveBack,
  giveBackFrom,
  inWords,
  isAllowed,
  isAllowedFrom,
  untilFree,
  untilFreeFrom,
  type Limit,
} from '../../platform/security/rate-limit.ts'
import { accountsAt } from '../staff/staff-address.ts'
import type { StaffAuth } from './staff-auth.ts'

/** Milliseconds. */
const WINDOW = 15 * 60_000
/** By address and e-mail together, so that nobody can lock a colleague out from elsewhere; or by device and e-mail. */
const OF_ONE: Limit = { tries: 10, window: WINDOW }
/** A whole school sits behind one address. Whoever has come in from there, or with this device, has no part in it. */
export const OF_ADDRESS: Limit = { tries: 300, window: WINDOW }
/** At one account from everywhere that it never came in from: a hundred, and then ten an hour. */
export const OF_ACCOUNT: Limit = { tries: 100, window: 10 * 60 * 60_000 }

/** `staffId` is of somebody who is in. */
interface Entered extends SignedIn { readonly headers: Headers, readonly staffId?: string }

const tooOften = (wait: number) =>
  new Refusal('too-many', { key: 'sign-in-tried-often', values: { wait: inWords(wait) } }, { reason: 'password' })
const wrong = () => new Refusal('signed-out', 'wrong-sign-in', { reason: 'password' })

/** What somebody's place is remembered as, beside their devices. */
const place = (from: string) => `place:${siteOf(from)}`

/** Somebody of the staff is in: from this place they keep their way in. @param from the address that they came from */
export const keepPlace = (db: Db, from: string, staffId: string) => keepDevice(db, place(from), `staff:${staffId}`)

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

/**
 * How tries are counted: the first that does not hold up is the one that decides, so what others can use up comes before what
 * they cannot.
 */
async function waysOf(db: Db, from: string, device: string | undefined, email: string): Promise<readonly Way[]> {
  const accounts = await accountsAt(db, email)
  const knows = async (mark: string | undefined) =>
    (await Promise.all((accounts.length > 0 ? accounts : [{ id: '' }]).map(({ id }) => isKnown(db, mark, `staff:${id}`)))).includes(true)
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
 * @throws `signed-out` with one sentence for everything that can be wrong, `too-many` after many tries, of which nothing is written down
 */
export async function signIn(db: Db, auth: StaffAuth, from: string, { email, password }: Credentials, device?: string): Promise<Entered> {
  const ways = await waysOf(db, from, device, email)
  // All are looked at before any is counted: whoever is held up by one uses up none of the others.
  const wait = Math.max(...await Promise.all(ways.map(way => way.wait())))
  if (wait > 0) throw tooOften(wait)
  for (const way of ways) if (!await way.take()) throw tooOften(await way.wait())
  const { headers, response } = await signInAtAny(db, auth, email, password)
  for (const way of ways) await way.succeeded()
  return 'twoFactorRedirect' in response ? { needsCode: true, headers } : { needsCode: false, headers, staffId: response.user.id }
}

/** With one address at two schools, the password says which is meant. @throws `signed-out` where it fits none */
async function signInAtAny(db: Db, auth: StaffAuth, address: string, password: string) {
  const accounts = await accountsAt(db, address)
  // Where there is none, the library takes as long over a password as where there is.
  for (const { email } of accounts.length > 0 ? accounts : [{ email: address }]) {
    const signedIn = await auth.api
      .signInEmail({ body: { email, password }, headers: new Headers(), returnHeaders: true })
      .catch((error: unknown) => {
        if (!isAPIError(error)) throw error
      })
    if (signedIn) return signedIn
  }
  throw wrong()
}

/** Wrong codes by one person from one place, besides what Better Auth counts by account. */
const OF_CODES: Limit = { tries: 30, window: WINDOW }
const wrongCode = () => new Refusal('signed-out', 'wrong-code', { reason: 'code' })

/** What somebody types as the second step. */
export interface TypedCode { readonly code: string, readonly kind: 'app' | 'backup' }

/**
 * The second step of sign-in, or the first use of a new authenticator app.
 * @param headers of the request, with its cookies
 * @param staffId who is asked for it, which is known from the password they gave, or from their session
 * @param place their device, or the address that they come from
 * @returns the cookies to set, and whose code it was
 * @throws `signed-out` where it is wrong, `too-many` after many wrong ones
 */
export async function enterCode(
  auth: StaffAuth,
  db: Db,
  headers: Headers,
  staffId: string | null | undefined,
  place: string,
  { code, kind }: TypedCode,
): Promise<{ headers: Headers, staffId: string }> {
  // Whoever gives a code has given the password: nobody else is counted, nor can hold anybody up.
  if (staffId === undefined) throw wrongCode()
  await ensureAllowed(db, `code-of:${staffId}:${place}`, OF_CODES, 'code')
  const asked = { body: { code }, headers, returnHeaders: true as const }
  const entered = await (kind === 'app' ? auth.api.verifyTOTP(asked) : auth.api.verifyBackupCode(asked)).catch((error: unknown) => {
    if (!isAPIError(error)) throw error
    throw error.status === 'TOO_MANY_REQUESTS' ? new Refusal('too-many', 'many-codes', { reason: 'code' }) : wrongCode()
  })
  return { headers: entered.headers, staffId: entered.response.user.id }
}
