/** Passkeys of staff: made on the account page, and used in the place of password and second step. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/browser'
import { isAPIError } from 'better-auth/api'
import { createError, type H3Event } from 'h3'
import type { Db } from '../platform/database/client.ts'
import { appDatabase } from '../platform/database/app-database.ts'
import { sendChangeNotice } from './sign-in-notices.ts'
import { audit } from '../platform/security/audit.ts'
import { ensurePlace, giveBackToPlace } from '../platform/security/guest-limits.ts'
import { ensureSafeAddress } from '../platform/security/transport.ts'
import { withPassword } from './account.ts'
import { authFor, passkeyAuthFor } from './app-sign-in.ts'
import type { Staff } from './staff-member.ts'
import type { Way } from './second-step.ts'
import { OF_ADDRESS, passOnCookies } from './sign-in.ts'
import type { StaffAuth } from './staff-auth.ts'

const TRIES = 'passkey'

/** What the browser has to be asked for a new passkey. The current password opens this, so that nobody makes one at a screen that was left. */
export async function beginPasskey(event: H3Event, db: Db, staff: Staff, password: string) {
  ensureSafeAddress(event)
  const { api } = await authFor(event)
  await withPassword(db, staff, () => api.verifyPassword({ body: { password }, headers: event.headers }))
  const { headers, response } = await (await passkeyAuthFor(event)).api.generatePasskeyRegistrationOptions({ headers: event.headers, query: {}, returnHeaders: true })
  passOnCookies(event, headers)
  return response
}

/** @throws 400 where it answers no question that was asked of this person in the last five minutes */
export async function addPasskey(auth: StaffAuth, db: Db, staff: Staff, headers: Headers, { name, response }: { readonly name: string, readonly response: RegistrationResponseJSON }) {
  await auth.api.verifyPasskeyRegistration({ body: { name, response }, headers }).catch((error: unknown) => {
    throw isAPIError(error) ? createError({ statusCode: 400, statusMessage: 'The passkey could not be added. Enter your password again, and follow what your browser or phone asks.' }) : error
  })
  // Whoever has just shown the new passkey has taken a second step.
  const session = await auth.api.getSession({ headers })
  await db.updateTable('staff_session').set({ way: 'passkey' satisfies Way }).where('id', '=', session?.session.id ?? '').where('user_id', '=', staff.id).execute()
  await audit(db, staff, 'account.passkey-add', staff.id)
  void sendChangeNotice(db, staff.id, 'passkey-add')
}

export async function removePasskey(db: Db, staff: Staff, id: string) {
  const { numDeletedRows } = await db.deleteFrom('staff_passkey').where('id', '=', id).where('user_id', '=', staff.id).executeTakeFirst()
  if (Number(numDeletedRows) === 0) return
  await audit(db, staff, 'account.passkey-remove', staff.id)
  void sendChangeNotice(db, staff.id, 'passkey-remove')
}

/** A passkey was right: the question that was asked for it counts no longer. */
export const forgivePasskey = (event: H3Event, db: Db) => giveBackToPlace(event, db, TRIES, OF_ADDRESS)

/** What the browser has to be asked for a passkey to sign in with: any that it has for this address. */
export async function askForPasskey(event: H3Event) {
  ensureSafeAddress(event)
  const { db } = await appDatabase()
  await ensurePlace(event, db, TRIES, OF_ADDRESS, 'passkey')
  const { headers, response } = await (await passkeyAuthFor(event)).api.generatePasskeyAuthenticationOptions({ headers: new Headers(), returnHeaders: true })
  passOnCookies(event, headers)
  return { ...response, userVerification: 'required' as const }
}

/**
 * @param headers with the cookie of the question that was asked
 * @returns the cookies to set, and who is in
 * @throws 401 with one sentence for everything that can be wrong
 */
export async function signInWithPasskey(auth: StaffAuth, headers: Headers, response: AuthenticationResponseJSON): Promise<{ headers: Headers, staffId: string }> {
  const signedIn = await auth.api.verifyPasskeyAuthentication({ body: { response }, headers, returnHeaders: true }).catch((error: unknown) => {
    throw isAPIError(error) ? createError({ statusCode: 401, statusMessage: 'This passkey does not open an account here, or the account is switched off. Sign in with your password, or ask an admin of your school.', data: { reason: 'passkey' } }) : error
  })
  return { headers: signedIn.headers, staffId: signedIn.response.session.userId }
}
