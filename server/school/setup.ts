/** The first run: a link that makes the school and its first admin, once. There is no default password. */
import { hashPassword } from 'better-auth/crypto'
import type { NewSchool, Setup } from '#shared/api/school/school'
import { Refusal } from '../platform/refusal.ts'
import { ensureStrong, keepPassword } from '../accounts/staff/passwords.ts'
import { staffOfLink } from '../accounts/staff/staff.ts'
import { audit } from '../platform/security/audit.ts'
import { hashOf, newId, newToken } from '../platform/security/tokens.ts'
import type { Db } from '../platform/database/client.ts'

async function hasSchool(db: Db) {
  return await db.selectFrom('school').select('id').limit(1).executeTakeFirst() !== undefined
}

/** @returns a fresh key where there is no school yet; an older one no longer opens anything */
export async function newSetupKey(db: Db): Promise<string | undefined> {
  if (await hasSchool(db)) return undefined
  const key = newToken()
  await db.transaction().execute(async (change) => {
    await change.deleteFrom('setup').execute()
    await change.insertInto('setup').values({ token_hash: hashOf(key), created_at: new Date().toISOString() }).execute()
  })
  return key
}

/** @returns whether this key still opens the set-up */
export async function setupState(db: Db, key: string): Promise<Setup['state']> {
  if (await hasSchool(db)) return 'done'
  return await db.selectFrom('setup').select('token_hash').where('token_hash', '=', hashOf(key)).executeTakeFirst() ? 'open' : 'wrong'
}

/** @returns whether somebody who has this link may set a password with it: their own, or that of the first admin */
export const letsSetPassword = async (db: Db, key: string) => await staffOfLink(db, key) !== null || await setupState(db, key) === 'open'

/** @throws `gone` where the school is there already, `forbidden` for another key, `invalid` for a weak password */
export async function setUpSchool(
  db: Db,
  key: string,
  { school, name, email, password }: NewSchool,
): Promise<{ schoolId: string, staffId: string }> {
  await ensureOpen(db, key)
  await ensureStrong(password, [name, email, school])
  const hash = await hashPassword(password)
  const [schoolId, staffId, now] = [newId(), newId(), new Date().toISOString()]
  await db.transaction().execute(async (change) => {
    // Whoever deletes the key first makes the school; a second one finds it gone.
    const { numDeletedRows } = await change.deleteFrom('setup').where('token_hash', '=', hashOf(key)).executeTakeFirst()
    if (Number(numDeletedRows) === 0) throw isDone()
    await change
      .insertInto('school')
      .values({ id: schoolId, name: school, year_ends: '07-31', keep_months: 1, help_contact: null, created_at: now })
      .execute()
    await change
      .insertInto('staff')
      .values({
        id: staffId,
        school_id: schoolId,
        role: 'admin',
        name,
        email,
        disabled_at: null,
        email_verified: 0,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await keepPassword(change, staffId, hash, now)
    await audit(change, { id: staffId, schoolId }, 'school.set-up', schoolId)
  })
  return { schoolId, staffId }
}

const isDone = () => new Refusal('gone', 'set-up-done')

async function ensureOpen(db: Db, key: string) {
  const state = await setupState(db, key)
  if (state === 'done') throw isDone()
  if (state === 'wrong') throw new Refusal('forbidden', 'set-up-link')
}
