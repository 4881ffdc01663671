/** Passkeys of staff: made on the account page, and used in the place of password and second step. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/browser'
import { isAPIError } from 'better-auth/api'
import type { NewPasskeyQuestion, PasskeyQuestion } from '#shared/api/school/account'
import { Refusal } from '../../platform/refusal.ts'
import type { Db } from '../../platform/database/client.ts'
import { sendChangeNotice } from '../staff/sign-in-notices.ts'
import { audit } from '../../platform/security/audit.ts'
import { ensurePlace, giveBackToPlace, type Visitor } from '../../platform/security/guest-limits.ts'
import { withPassword, type OwnSession } from './account.ts'
import type { Staff } from '../staff/staff-member.ts'
import type { Way } from '../sign-in/second-step.ts'
import { OF_ADDRESS } from '../sign-in/sign-in.ts'
import type { StaffAuth } from '../sign-in/staff-auth.ts'
import { readersLocale } from '../../platform/readers-locale.ts'

const TRIES = 'passkey'

/**
 * What the browser has to be asked for a new passkey. The current password opens this, so that nobody makes one at a screen that was left.
 * @param forPasskeys the sign-in at the address that the passkey will belong to
 */
export async function beginPasskey(
  { auth, db, staff, headers, keepCookies }: OwnSession,
  forPasskeys: StaffAuth,
  password: string,
): Promise<NewPasskeyQuestion> {
  await withPassword(db, staff, () => auth.api.verifyPassword({ body: { password }, headers }))
  const asked = await forPasskeys.api.generatePasskeyRegistrationOptions({ headers, query: {}, returnHeaders: true })
  keepCookies(asked.headers)
  return asked.response
}

/** @throws `invalid` where it answers no question that was asked of this person in the last five minutes */
export async function addPasskey(
  auth: StaffAuth,
  db: Db,
  staff: Staff,
  headers: Headers,
  { name, response }: { readonly name: string, readonly response: RegistrationResponseJSON },
) {
  await auth.api.verifyPasskeyRegistration({ body: { name, response }, headers }).catch((error: unknown) => {
    throw isAPIError(error) ? new Refusal('invalid', 'passkey-not-added') : error
  })
  // Whoever has just shown the new passkey has taken a second step.
  const session = await auth.api.getSession({ headers })
  await db
    .updateTable('staff_session')
    .set({ way: 'passkey' satisfies Way })
    .where('id', '=', session?.session.id ?? '')
    .where('user_id', '=', staff.id)
    .execute()
  await audit(db, staff, 'account.passkey-add', staff.id)
  void sendChangeNotice(db, staff.id, 'passkey-add', readersLocale(headers))
}

export async function removePasskey(db: Db, staff: Staff, headers: Headers, id: string) {
  const wasThere = await db.transaction().execute(async (all) => {
    const { numDeletedRows } = await all.deleteFrom('staff_passkey').where('id', '=', id).where('user_id', '=', staff.id).executeTakeFirst()
    if (Number(numDeletedRows) === 0) return false
    await audit(all, staff, 'account.passkey-remove', staff.id)
    return true
  })
  if (!wasThere) return
  void sendChangeNotice(db, staff.id, 'passkey-remove', readersLocale(headers))
}

/** A passkey was right: the question that was asked for it counts no longer. */
export const forgivePasskey = (db: Db, visitor: Visitor) => giveBackToPlace(db, visitor, TRIES, OF_ADDRESS)

/**
 * What the browser has to be asked for a passkey to sign in with: any that it has for this address.
 * @returns that, and the cookies to set
 * @throws `too-many` where it was asked for too often from there
 */
export async function askForPasskey(auth: StaffAuth, db: Db, visitor: Visitor): Promise<{ headers: Headers, question: PasskeyQuestion }> {
  await ensurePlace(db, visitor, TRIES, OF_ADDRESS, 'passkey')
  const { headers, response } = await auth.api.generatePasskeyAuthenticationOptions({ headers: new Headers(), returnHeaders: true })
  return { headers, question: { ...response, userVerification: 'required' as const } }
}

/**
 * @param headers with the cookie of the question that was asked
 * @returns the cookies to set, and who is in
 * @throws `signed-out` with one sentence for everything that can be wrong
 */
export async function signInWithPasskey(
  auth: StaffAuth,
  headers: Headers,
  response: AuthenticationResponseJSON,
): Promise<{ headers: Headers, staffId: string }> {
  const signedIn = await auth.api
    .verifyPasskeyAuthentication({ body: { response }, headers, returnHeaders: true })
    .catch((error: unknown) => {
      throw isAPIError(error) ? new Refusal('signed-out', 'wrong-passkey', { reason: 'passkey' }) : error
    })
  return { headers: signedIn.headers, staffId: signedIn.response.session.userId }
}
