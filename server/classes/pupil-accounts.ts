/**
 * A pupil's account elsewhere (Google, Microsoft, an OpenID provider), joined to their name in the class list where their school
 * wants that. What is kept is a keyed hash of issuer and subject; no name, no address, nothing else of the account is asked for.
 */
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import { keyedHash } from '../platform/security/tokens.ts'
import type { Db } from '../platform/database/client.ts'
import type { Viewer } from './classes.ts'
import type { JoinedPupil } from './joining.ts'
import { seenPupil } from './pupils.ts'

/** Who somebody is at a provider, as its ID token says (OpenID Connect Core 1.0, 2: `iss` and `sub` together are never given anew). */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

/** A space stands in no address. */
const hashOfIdentity = (secret: string, { issuer, subject }: Identity) => keyedHash(secret, `pupil-account:${issuer} ${subject}`)

/** @returns whether a school lets its pupils come in that way; of no school in particular, whether any does */
export async function hasPupilAccounts(db: Db, schoolId?: string): Promise<boolean> {
  const wanting = db.selectFrom('school').select('id').where('pupil_accounts', '=', 1)
  return await (schoolId === undefined ? wanting : wanting.where('id', '=', schoolId)).executeTakeFirst() !== undefined
}

/** @returns whether an account is joined to a pupil's name */
export async function isAccountJoined(db: Db, pupilId: string): Promise<boolean> {
  return await db.selectFrom('pupil_account').select('account_hash').where('pupil_id', '=', pupilId).executeTakeFirst() !== undefined
}

/**
 * Joins an account to the name of the pupil who is signed in, in the place of one that was joined before.
 * @throws `forbidden` where the school does not want it, `conflict` where it is joined to the name of somebody else who comes in
 */
export function joinAccount(
  db: Db,
  secret: string,
  pupil: { readonly id: string, readonly schoolId: string },
  identity: Identity,
): Promise<void> {
  return db.transaction().execute(async (all) => {
    // Held, so that of two who join at once the second sees the first.
    await all.updateTable('school').set(({ ref }) => ({ name: ref('name') })).where('id', '=', pupil.schoolId).execute()
    if (!await hasPupilAccounts(all, pupil.schoolId)) throw new Refusal('forbidden', 'account-off', { reason: 'account-off' })
    const hash = hashOfIdentity(secret, identity)
    const other = await all
      .selectFrom('pupil_account')
      .innerJoin('pupil', 'pupil.id', 'pupil_account.pupil_id')
      .innerJoin('class', 'class.id', 'pupil.class_id')
      .select(['pupil.id', 'class.archived_at', 'class.deleted_at'])
      .where('account_hash', '=', hash)
      .executeTakeFirst()
    // A child of last year's class, which nobody comes into any more, has moved on to this one.
    if (other && other.id !== pupil.id && other.archived_at === null && other.deleted_at === null)
      throw new Refusal('conflict', 'account-taken', { reason: 'account-taken' })
    await all.deleteFrom('pupil_account').where(({ eb, or }) => or([eb('account_hash', '=', hash), eb('pupil_id', '=', pupil.id)])).execute()
    await all.insertInto('pupil_account').values({ account_hash: hash, school_id: pupil.schoolId, pupil_id: pupil.id }).execute()
  })
}

/** @returns whose account it is; null where nobody's who may come in with it */
export async function pupilOfAccount(db: Db, secret: string, identity: Identity): Promise<JoinedPupil | null> {
  const found = await db
    .selectFrom('pupil_account')
    .innerJoin('pupil', 'pupil.id', 'pupil_account.pupil_id')
    .innerJoin('class', 'class.id', 'pupil.class_id')
    .innerJoin('school', 'school.id', 'pupil.school_id')
    .select(['pupil.id', 'pupil.school_id', 'pupil.class_id'])
    .where('account_hash', '=', hashOfIdentity(secret, identity))
    .where('class.archived_at', 'is', null)
    .where('class.deleted_at', 'is', null)
    .where('school.pupil_accounts', '=', 1)
    .executeTakeFirst()
  return found ? { id: found.id, schoolId: found.school_id, classId: found.class_id } : null
}

/**
 * A pupil comes in with pictures again, until they join an account anew. Whoever has come in as them is signed out: with an account
 * of another child it may be that one.
 */
export function partAccount(db: Db, viewer: Viewer, pupilId: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    await seenPupil(all, viewer, pupilId)
    await all.deleteFrom('pupil_account').where('pupil_id', '=', pupilId).execute()
    await all.deleteFrom('pupil_session').where('pupil_id', '=', pupilId).execute()
    await audit(all, viewer, 'pupil.account', pupilId)
  })
}
