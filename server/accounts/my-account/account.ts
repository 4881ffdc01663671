/** What members of staff do with their own account. */
import { isAPIError } from 'better-auth/api'
import type { Account, BegunTwoFactor } from '#shared/api/school/account'
import { Refusal } from '../../platform/refusal.ts'
import type { Db } from '../../platform/database/client.ts'
import { sendChangeNotice } from '../staff/sign-in-notices.ts'
import { audit } from '../../platform/security/audit.ts'
import { ensureAllowed, forgive } from '../../platform/security/rate-limit.ts'
import { ensureStrong } from '../staff/passwords.ts'
import type { StaffAuth } from '../sign-in/staff-auth.ts'
import type { Staff } from '../staff/staff-member.ts'
import { readersLocale } from '../../platform/readers-locale.ts'

/** Milliseconds. */
const WINDOW = 15 * 60_000

const iso = (moment: string | Date) => new Date(moment).toISOString()

/** Someone at an unlocked screen must not guess on. @throws `forbidden` with the sentence for a wrong password */
export async function withPassword<T>(db: Db, staff: Staff, call: () => Promise<T>): Promise<T> {
  const key = `password:${staff.id}`
  await ensureAllowed(db, key, { tries: 10, window: WINDOW }, 'password')
  const result = await call().catch((error: unknown) => {
    throw isAPIError(error) ? new Refusal('forbidden', 'wrong-password', { reason: 'password' }) : error
  })
  await forgive(db, key)
  return result
}

/** Who asks, with the cookies of their session. */
export interface OwnSession {
  readonly auth: StaffAuth
  readonly db: Db
  readonly staff: Staff
  readonly headers: Headers
  /** Sets the cookies that come of it. */
  readonly keepCookies: (headers: Headers) => void
}

/** Sets a new password; every other session ends. */
export async function changePassword(
  { auth, db, staff, headers, keepCookies }: OwnSession,
  { currentPassword, newPassword }: { readonly currentPassword: string, readonly newPassword: string },
) {
  await ensureStrong(newPassword, [staff.name, staff.email, await schoolName(db, staff)])
  const body = { currentPassword, newPassword, revokeOtherSessions: true }
  keepCookies((await withPassword(db, staff, () => auth.api.changePassword({ body, headers, returnHeaders: true }))).headers)
  await audit(db, staff, 'account.password', staff.id)
  void sendChangeNotice(db, staff.id, 'password', readersLocale(headers))
}

/** Begins the second step of sign-in: what an authenticator app has to be told, and codes for when it is lost. */
export async function beginTwoFactor({ auth, db, staff, headers }: OwnSession, password: string): Promise<BegunTwoFactor> {
  const begun = await withPassword(db, staff, () => auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers }))
  if (begun.method !== 'totp') throw new Refusal('broken', 'no-second-step')
  return { address: begun.totpURI, backupCodes: begun.backupCodes }
}

export async function endTwoFactor({ auth, db, staff, headers, keepCookies }: OwnSession, password: string) {
  keepCookies(
    (await withPassword(db, staff, () => auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }))).headers,
  )
  await audit(db, staff, 'account.two-factor-off', staff.id)
  void sendChangeNotice(db, staff.id, 'two-factor-off', readersLocale(headers))
}

/** @param current the session that is asking */
export async function accountOf(db: Db, staff: Staff, current: string): Promise<Account> {
  const { two_factor_enabled: twoFactor } = await db
    .selectFrom('staff')
    .select('two_factor_enabled')
    .where('id', '=', staff.id)
    .where('school_id', '=', staff.schoolId)
    .executeTakeFirstOrThrow()
  const sessions = await db.selectFrom('staff_session').select(['id', 'created_at'])
    .where('user_id', '=', staff.id).where('expires_at', '>', new Date().toISOString()).orderBy('created_at', 'desc').execute()
  const passkeys = await db
    .selectFrom('staff_passkey')
    .select(['id', 'name', 'created_at'])
    .where('user_id', '=', staff.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return {
    name: staff.name, email: staff.email, role: staff.role, school: await schoolName(db, staff), hasTwoFactor: Boolean(twoFactor),
    sessions: sessions.map(({ id, created_at: startedAt }) => ({ id, startedAt: iso(startedAt), isThis: id === current })),
    passkeys: passkeys.map(({ id, name, created_at: madeAt }) => ({ id, name, madeAt: iso(madeAt) })),
  }
}

export function rename(db: Db, staff: Staff, name: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    await all
      .updateTable('staff')
      .set({ name, updated_at: new Date().toISOString() })
      .where('id', '=', staff.id)
      .where('school_id', '=', staff.schoolId)
      .execute()
    await audit(all, staff, 'account.name', staff.id)
  })
}

/** Ends one of one's own sessions. */
export function endSession(db: Db, staff: Staff, id: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    await all.deleteFrom('staff_session').where('id', '=', id).where('user_id', '=', staff.id).execute()
    await audit(all, staff, 'account.session-end', staff.id)
  })
}

/** @param current the session that goes on */
export function endOtherSessions(db: Db, staff: Staff, current: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    await all.deleteFrom('staff_session').where('id', '!=', current).where('user_id', '=', staff.id).execute()
    await audit(all, staff, 'account.session-end', staff.id)
  })
}

async function schoolName(db: Db, { schoolId }: Staff): Promise<string> {
  return (await db.selectFrom('school').select('name').where('id', '=', schoolId).executeTakeFirstOrThrow()).name
}
