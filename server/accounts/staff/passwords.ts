/** What a password has to be, and how one is set. */
import { MOST_PASSWORD } from '#shared/api/fields'
import { Refusal } from '../../platform/refusal.ts'
import type { Sentence } from '../../platform/sentences.ts'
import type { Db } from '../../platform/database/client.ts'
import { newId } from '../../platform/security/tokens.ts'
import { work } from '../../work/app-workers.ts'
import { WorkError } from '../../platform/work/pool.ts'

export const LEAST_PASSWORD = 12

/** The library's own scale of 0 to 4: 3 stands up to a stolen database for some time. */
const STRONG_ENOUGH = 3

/** What has to be left of a password without those words. */
const LEAST_BESIDE_NAMES = 8

/** @returns the words of names and of an address that must not make up a password */
const partsOf = (names: readonly string[]) =>
  names.flatMap(name => [name, ...name.split(/[^\p{L}\p{N}]+/u)]).filter(part => part.length > 2)

function isMadeOfNames(password: string, parts: readonly string[]): boolean {
  const longestFirst = parts.map(part => part.toLowerCase()).sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, part) => left.replaceAll(part, ''), password.toLowerCase())
  return rest.length < Math.min(password.length, LEAST_BESIDE_NAMES)
}

export interface Judgement {
  /** The library's own scale of 0 to 4. */
  readonly strength: number
  /** What to change; nothing where the password will do. */
  readonly advice?: Sentence
}

/**
 * @param names of the person and the school, and the address: what others would try first
 * @param client whoever types: all who ask are served in turn
 */
export async function judgePassword(password: string, names: readonly string[], client: string): Promise<Judgement> {
  if ([...password].length < LEAST_PASSWORD) return { strength: 0, advice: { key: 'password-short', values: { least: LEAST_PASSWORD } } }
  if (password.length > MOST_PASSWORD) return { strength: 0, advice: { key: 'password-long', values: { most: MOST_PASSWORD } } }
  const parts = partsOf(names)
  if (isMadeOfNames(password, parts)) return { strength: 0, advice: { key: 'password-names' } }
  const { score, patterns } = await work({ kind: 'password', password, parts }, { client }).catch((error: unknown) => {
    if (!(error instanceof WorkError)) throw error
    throw new Refusal('unavailable', 'passwords-busy')
  })
  if (score >= STRONG_ENOUGH) return { strength: score }
  if (patterns.some(pattern => pattern === 'repeat' || pattern === 'sequence' || pattern === 'spatial'))
    return { strength: score, advice: { key: 'password-pattern' } }
  return { strength: score, advice: { key: 'password-common' } }
}

/** @throws `invalid` with what to change */
export async function ensureStrong(password: string, names: readonly string[]) {
  const { advice } = await judgePassword(password, names, names.join(' '))
  if (advice !== undefined) throw new Refusal('invalid', advice)
}

/**
 * Sets a password that was hashed with Better Auth's own scrypt; whoever was signed in no longer is. Meant for within a
 * transaction, so the slow hash comes from outside.
 */
export async function keepPassword(db: Db, staffId: string, hash: string, now = new Date().toISOString()) {
  const { numUpdatedRows } = await db
    .updateTable('staff_account')
    .set({ password: hash, updated_at: now })
    .where('user_id', '=', staffId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 0) {
    await db
      .insertInto('staff_account')
      .values({
        id: newId(),
        user_id: staffId,
        account_id: staffId,
        provider_id: 'credential',
        issuer: 'credential',
        password: hash,
        created_at: now,
        updated_at: now,
      })
      .execute()
  }
  await db.deleteFrom('staff_session').where('user_id', '=', staffId).execute()
}
