/** How requests of staff sign in and out: their cookies, where they come from, and what is written down of it. */
import { appendResponseHeader, getCookie, type H3Event } from 'h3'
import type { Credentials, SignedIn } from '#shared/api/school/sign-in'
import type { OwnSession } from '../../accounts/my-account/account.ts'
import { appAuth } from '../../accounts/sign-in/app-sign-in.ts'
import { challengedStaff } from '../../accounts/sign-in/challenged-staff.ts'
import { enterCode, keepPlace, signIn, type TypedCode } from '../../accounts/sign-in/sign-in.ts'
import { accountsAt } from '../../accounts/staff/staff-address.ts'
import { staffAuth, type StaffAuth } from '../../accounts/sign-in/staff-auth.ts'
import type { Staff } from '../../accounts/staff/staff-member.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import type { Db } from '../../platform/database/client.ts'
import { noteSignIn } from '../log/security-events.ts'
import { addressOf } from '../request/address.ts'
import { deviceOf, rememberDevice } from '../request/device.ts'
import { ensureSafeAddress, isHttps, publicAddress } from '../request/transport.ts'

/** @returns the sign-in whose cookies fit how this request came */
export async function authFor(event: H3Event): Promise<StaffAuth> {
  const { secure, plain } = await appAuth()
  return isHttps(event) ? secure : plain
}

/**
 * @returns the sign-in for passkeys: they belong to the address at which people reach the app, which without PUBLIC_URL only the
 * request knows
 */
export async function passkeyAuthFor(event: H3Event): Promise<StaffAuth> {
  const { settings } = await appAuth()
  return staffAuth({ ...settings, baseURL: publicAddress(event), isHttps: isHttps(event) })
}

/** Sets the cookies that Better Auth wants to be set. */
export function passOnCookies(event: H3Event, headers: Headers) {
  for (const cookie of headers.getSetCookie()) appendResponseHeader(event, 'set-cookie', cookie)
}

/** Somebody of the staff is in: it is written down, and from this device and place they keep their way in. */
export async function noteWhoIsIn(event: H3Event, db: Db, staffId: string) {
  await noteSignIn(event, db, staffId)
  await rememberDevice(event, db, `staff:${staffId}`, ['staff'])
  await keepPlace(db, addressOf(event), staffId)
}

/** The first step. @returns whether the second is still to come */
export async function signInHere(event: H3Event, credentials: Credentials): Promise<SignedIn> {
  ensureSafeAddress(event)
  const { db } = await appDatabase()
  const { needsCode, headers, staffId } = await signIn(db, await authFor(event), addressOf(event), credentials, deviceOf(event)).catch(
    async (error: unknown) => {
      // Looked for after every wrong try, so that it takes as long where there is none. At two schools, nobody knows which was meant.
      const [tried, other] = await accountsAt(db, credentials.email)
      if (tried && !other) event.context.who = { staffId: tried.id, schoolId: tried.schoolId }
      throw error
    },
  )
  passOnCookies(event, headers)
  if (staffId !== undefined) await noteWhoIsIn(event, db, staffId)
  return { needsCode }
}

/** The second step, or the first use of a new authenticator app. @returns whose code it was */
export async function enterCodeHere(event: H3Event, typed: TypedCode): Promise<string> {
  ensureSafeAddress(event)
  const { db } = await appDatabase()
  const auth = await authFor(event)
  event.context.who ??= await challengedStaff(name => getCookie(event, name), db, auth)
  const { headers, staffId } = await enterCode(
    auth,
    db,
    event.headers,
    event.context.who?.staffId,
    deviceOf(event) ?? addressOf(event),
    typed,
  )
  passOnCookies(event, headers)
  return staffId
}

export async function signOut(event: H3Event) {
  const { headers } = await (await authFor(event)).api.signOut({ headers: event.headers, returnHeaders: true })
  passOnCookies(event, headers)
}

/** @returns what somebody of the staff changes their own account with */
export async function ownSession(event: H3Event, { staff, db }: { readonly staff: Staff, readonly db: Db }): Promise<OwnSession> {
  return { auth: await authFor(event), db, staff, headers: event.headers, keepCookies: headers => passOnCookies(event, headers) }
}

/** @returns the id of the session that is asking */
export async function sessionIdOf(event: H3Event): Promise<string> {
  return (await (await authFor(event)).api.getSession({ headers: event.headers }))?.session.id ?? ''
}
