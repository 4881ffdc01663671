/** People who work at a school: who they are, what they may do, and the links by which they set their passwords. */
import { hashPassword } from 'better-auth/crypto'
import type { Role } from '#shared/api/fields'
import type { Colleague, NewColleague } from '#shared/api/school/staff'
import { byName } from '#shared/people/by-name'
import { Refusal } from '../../platform/refusal.ts'
import { ensureStrong, keepPassword } from './passwords.ts'
import { accountsAt, addressIn, emailBeside } from './staff-address.ts'
import { audit } from '../../platform/security/audit.ts'
import { hashOf, newId, newToken } from '../../platform/security/tokens.ts'
import type { Db } from '../../platform/database/client.ts'

export interface By { readonly id: string, readonly schoolId: string }

/** Days that a link to set a password is good for. */
export const LINK_DAYS = 7
/** Minutes that a link is good for which somebody asked for themselves: it lies in a mailbox. */
export const OWN_LINK_MINUTES = 60
const DAY = 24 * 60 * 60_000

const gone = () => new Refusal('not-found', 'not-on-list')

export async function listStaff(db: Db, by: By): Promise<Colleague[]> {
  const rows = await db.selectFrom('staff')
    .select(({ exists, selectFrom }) => ['id', 'name', 'email', 'role', 'disabled_at', 'two_factor_enabled',
      exists(selectFrom('staff_account').select('staff_account.id').whereRef('staff_account.user_id', '=', 'staff.id')).as('has_account'),
      exists(selectFrom('staff_account').select('staff_account.id').whereRef('staff_account.user_id', '=', 'staff.id')
        .where('provider_id', '=', 'credential')).as('has_password'),
      exists(selectFrom('staff_passkey').select('staff_passkey.id').whereRef('staff_passkey.user_id', '=', 'staff.id')).as('has_passkey')])
    .where('school_id', '=', by.schoolId).orderBy('id').execute()
  return rows.sort(byName).map(
    ({
      id,
      name,
      email,
      role,
      disabled_at: disabledAt,
      two_factor_enabled: twoFactor,
      has_account: hasAccount,
      has_password: hasPassword,
      has_passkey: hasPasskey,
    }) => ({
      id,
      name,
      email: addressIn(email),
      role,
      state: disabledAt !== null ? 'disabled' : hasAccount ? 'active' : 'invited',
      hasTwoFactor: Boolean(twoFactor),
      hasPasskey: Boolean(hasPasskey),
      // An account elsewhere is looked after there.
      lacksSecondStep: disabledAt === null && !twoFactor && !hasPasskey && (Boolean(hasPassword) || !hasAccount),
      isYou: id === by.id,
    }),
  )
}

/** @returns how many admins of a school get in with their password alone: nobody asks them for more, and they have no authenticator app */
export async function adminsByPasswordAlone(db: Db, schoolId: string): Promise<number> {
  const admins = await db
    .selectFrom('staff')
    .innerJoin('school', 'school.id', 'staff.school_id')
    .innerJoin('staff_account', 'staff_account.user_id', 'staff.id')
    .select('two_factor_enabled as code')
    .where('school.id', '=', schoolId)
    .where('second_step', '=', 'nobody')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .where('provider_id', '=', 'credential')
    .execute()
  return admins.filter(({ code }) => !code).length
}

/**
 * Adds somebody, also where another school on this server has them: nobody is told of that.
 * @throws `conflict` where somebody of this school has the address already
 */
export async function addStaff(db: Db, by: By, { name, email, role }: NewColleague): Promise<string> {
  const [id, now] = [newId(), new Date().toISOString()]
  const others = await accountsAt(db, email)
  const keptUnder = others.length === 0 ? email : emailBeside(email, by.schoolId)
  const isOurs = others.some(({ schoolId }) => schoolId === by.schoolId)
  const added = isOurs
    ? undefined
    : await db
        .insertInto('staff')
        .values({
          id,
          school_id: by.schoolId,
          role,
          name,
          email: keptUnder,
          disabled_at: null,
          email_verified: 0,
          created_at: now,
          updated_at: now,
        })
        .onConflict(conflict => conflict.column('email').doNothing())
        .executeTakeFirst()
  if (Number(added?.numInsertedOrUpdatedRows ?? 0) === 0) throw new Refusal('conflict', 'address-taken')
  await audit(db, by, 'staff.add', id)
  return id
}

/** @returns the key of a link to set a password, good for a week; an older link no longer works */
export async function newStaffLink(
  db: Db,
  by: By,
  staffId: string,
  now = Date.now(),
): Promise<{ key: string, name: string, email: string }> {
  const found = await db
    .selectFrom('staff')
    .select(['name', 'email'])
    .where('id', '=', staffId)
    .where('school_id', '=', by.schoolId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!found) throw gone()
  const key = newToken()
  await db.transaction().execute(async (change) => {
    await change.deleteFrom('staff_link').where('staff_id', '=', staffId).where('school_id', '=', by.schoolId).execute()
    await change
      .insertInto('staff_link')
      .values({
        token_hash: hashOf(key),
        school_id: by.schoolId,
        staff_id: staffId,
        expires_at: new Date(now + LINK_DAYS * DAY).toISOString(),
      })
      .execute()
    await audit(change, by, 'staff.link', staffId)
  })
  return { key, name: found.name, email: addressIn(found.email) }
}

/**
 * @returns the keys of links to set one's own password, one for each school where somebody with this address may sign in, and
 * whose they are. Links from an admin stay good
 */
export async function newOwnLinks(db: Db, address: string, now = Date.now()): Promise<{ key: string, name: string }[]> {
  const accounts = (await accountsAt(db, address)).filter(({ disabledAt }) => disabledAt === null)
  return Promise.all(accounts.map(account => newOwnLink(db, account, now)))
}

async function newOwnLink(
  db: Db,
  found: { id: string, schoolId: string, name: string },
  now: number,
): Promise<{ key: string, name: string }> {
  const key = newToken()
  await db.transaction().execute(async (change) => {
    await change
      .insertInto('staff_link')
      .values({
        token_hash: hashOf(key),
        school_id: found.schoolId,
        staff_id: found.id,
        expires_at: new Date(now + OWN_LINK_MINUTES * 60_000).toISOString(),
      })
      .execute()
    await audit(change, found, 'account.link', found.id)
  })
  return { key, name: found.name }
}

/** @returns whom a link is for, or null where it has been used, replaced, or is too old */
export async function staffOfLink(db: Db, key: string, now = Date.now()) {
  const found = await db
    .selectFrom('staff_link')
    .innerJoin('staff', 'staff.id', 'staff_link.staff_id')
    .innerJoin('school', 'school.id', 'staff.school_id')
    .select(['staff.id', 'staff.school_id as schoolId', 'staff.name', 'staff.email', 'school.name as school'])
    .where('token_hash', '=', hashOf(key))
    .where('expires_at', '>', new Date(now).toISOString())
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst()
  return found ? { ...found, email: addressIn(found.email) } : null
}

/**
 * Every other link of the same person is no good any more then.
 * @returns whose password it is
 * @throws `gone` where the link is no good any more, `invalid` for a weak password
 */
export async function setPasswordByLink(db: Db, key: string, password: string): Promise<string> {
  const expired = () => new Refusal('gone', 'link-used')
  const staff = await staffOfLink(db, key)
  if (!staff) throw expired()
  await ensureStrong(password, [staff.name, staff.email, staff.school])
  const hash = await hashPassword(password)
  await db.transaction().execute(async (change) => {
    const { numDeletedRows } = await change.deleteFrom('staff_link').where('token_hash', '=', hashOf(key)).executeTakeFirst()
    if (Number(numDeletedRows) === 0) throw expired()
    await change.deleteFrom('staff_link').where('staff_id', '=', staff.id).where('school_id', '=', staff.schoolId).execute()
    await keepPassword(change, staff.id, hash)
    await audit(change, staff, 'staff.password-by-link', staff.id)
  })
  return staff.id
}

/** A change that must leave an admin who can sign in. @throws `conflict` where it would not */
async function whileAnAdminRemains(db: Db, by: By, staffId: string, change: (db: Db) => Promise<void>) {
  await db.transaction().execute(async (inside) => {
    // Writing the school's row makes a second such change wait for this one, on both databases.
    await inside.updateTable('school').set(({ ref }) => ({ name: ref('name') })).where('id', '=', by.schoolId).execute()
    if (!(await inside.selectFrom('staff').select('id').where('id', '=', staffId).where('school_id', '=', by.schoolId).executeTakeFirst()))
      throw gone()
    await change(inside)
    const admin = await inside.selectFrom('staff').innerJoin('staff_account', 'staff_account.user_id', 'staff.id').select('staff.id')
      .where('school_id', '=', by.schoolId).where('role', '=', 'admin').where('disabled_at', 'is', null).limit(1).executeTakeFirst()
    if (!admin) throw new Refusal('conflict', 'last-admin')
  })
}

export async function changeRole(db: Db, by: By, staffId: string, role: Role) {
  await whileAnAdminRemains(db, by, staffId, async (inside) => {
    await inside
      .updateTable('staff')
      .set({ role, updated_at: new Date().toISOString() })
      .where('id', '=', staffId)
      .where('school_id', '=', by.schoolId)
      .execute()
    await audit(inside, by, role === 'admin' ? 'staff.make-admin' : 'staff.make-teacher', staffId)
  })
}

/** Disabling ends sessions and links at once. */
export async function setDisabled(db: Db, by: By, staffId: string, isDisabled: boolean) {
  await whileAnAdminRemains(db, by, staffId, async (inside) => {
    await inside
      .updateTable('staff')
      .set({ disabled_at: isDisabled ? new Date().toISOString() : null })
      .where('id', '=', staffId)
      .where('school_id', '=', by.schoolId)
      .execute()
    if (isDisabled) {
      await inside.deleteFrom('staff_session').where('user_id', '=', staffId).execute()
      await inside.deleteFrom('staff_link').where('staff_id', '=', staffId).where('school_id', '=', by.schoolId).execute()
    }
    await audit(inside, by, isDisabled ? 'staff.disable' : 'staff.enable', staffId)
  })
}

/** Takes the second step and passkeys away from somebody who has lost the phone that they were on. */
export async function resetTwoFactor(db: Db, by: By, staffId: string) {
  await whileAnAdminRemains(db, by, staffId, async (inside) => {
    await inside
      .updateTable('staff')
      .set({ two_factor_enabled: 0 })
      .where('id', '=', staffId)
      .where('school_id', '=', by.schoolId)
      .execute()
    await inside.deleteFrom('staff_two_factor').where('user_id', '=', staffId).execute()
    await inside.deleteFrom('staff_passkey').where('user_id', '=', staffId).execute()
    await inside.deleteFrom('staff_session').where('user_id', '=', staffId).execute()
    await audit(inside, by, 'staff.two-factor-off', staffId)
  })
}

export async function removeStaff(db: Db, by: By, staffId: string) {
  await whileAnAdminRemains(db, by, staffId, async (inside) => {
    await inside.deleteFrom('staff').where('id', '=', staffId).where('school_id', '=', by.schoolId).execute()
    await inside
      .insertInto('erasure')
      .values({ subject_id: staffId, school_id: by.schoolId, kind: 'staff', at: new Date().toISOString() })
      .execute()
    await audit(inside, by, 'staff.remove', staffId)
  })
}
