/** What a password has to be, and how one is set. */
import { createError } from 'h3'
import type { Db } from '../platform/database/client.ts'
import { newId } from '../platform/security/tokens.ts'
import { work } from '../work/app-workers.ts'
import { WorkError } from '../platform/work/pool.ts'

export const LEAST_PASSWORD = 12
export const MOST_PASSWORD = 128

/** The library's own scale of 0 to 4: 3 stands up to a stolen database for some time. */
const STRONG_ENOUGH = 3

/** What has to be left of a password without those words. */
const LEAST_BESIDE_NAMES = 8

/** @returns the words of names and of an address that must not make up a password */
const partsOf = (names: readonly string[]) => names.flatMap(name => [name, ...name.split(/[^\p{L}\p{N}]+/u)]).filter(part => part.length > 2)

function isMadeOfNames(password: string, parts: readonly string[]): boolean {
  const longestFirst = parts.map(part => part.toLowerCase()).sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, part) => left.replaceAll(part, ''), password.toLowerCase())
  return rest.length < Math.min(password.length, LEAST_BESIDE_NAMES)
}

export interface Judgement {
  /** The library's own scale of 0 to 4. */
  readonly strength: number
  /** What to change; nothing where the password will do. */
  readonly advice?: string
}

/**
 * @param names of the person and the school, and the address: what others would try first
 * @param client whoever types: all who ask are served in turn
 */
export async function judgePassword(password: string, names: readonly string[], client: string): Promise<Judgement> {
  if ([...password].length < LEAST_PASSWORD) return { strength: 0, advice: `Make the password longer: at least ${LEAST_PASSWORD} characters. Four words that do not belong together are easy to remember.` }
  if (password.length > MOST_PASSWORD) return { strength: 0, advice: `Make the password shorter: at most ${MOST_PASSWORD} characters.` }
  const parts = partsOf(names)
  if (isMadeOfNames(password, parts)) return { strength: 0, advice: 'Leave out your name, your address and the school\'s name: others would try them first. Four words that do not belong together are a good password.' }
  const { score, patterns } = await work({ kind: 'password', password, parts }, { client }).catch((error: unknown) => {
    if (!(error instanceof WorkError)) throw error
    throw createError({ statusCode: 503, statusMessage: 'Passwords cannot be judged just now, because very much is being done at once. Wait some seconds, then try again.', cause: error })
  })
  if (score >= STRONG_ENOUGH) return { strength: score }
  if (patterns.some(pattern => pattern === 'repeat' || pattern === 'sequence' || pattern === 'spatial')) return { strength: score, advice: 'Leave out repeats and rows such as "1234" or "qwerty": they are tried first. Four words that do not belong together are a good password.' }
  return { strength: score, advice: 'This password is too easy to guess: it is a common one, or close to one. Take four words that do not belong together.' }
}

/** @throws 400 with what to change */
export async function ensureStrong(password: string, names: readonly string[]) {
  const { advice } = await judgePassword(password, names, names.join(' '))
  if (advice !== undefined) throw createError({ statusCode: 400, statusMessage: advice })
}

/** Sets a password that was hashed with Better Auth's own scrypt; whoever was signed in no longer is. Meant for within a transaction, so the slow hash comes from outside. */
export async function keepPassword(db: Db, staffId: string, hash: string, now = new Date().toISOString()) {
  const { numUpdatedRows } = await db.updateTable('staff_account').set({ password: hash, updated_at: now }).where('user_id', '=', staffId).where('provider_id', '=', 'credential').executeTakeFirst()
  if (Number(numUpdatedRows) === 0) {
    await db.insertInto('staff_account').values({ id: newId(), user_id: staffId, account_id: staffId, provider_id: 'credential', issuer: 'credential', password: hash, created_at: now, updated_at: now }).execute()
  }
  await db.deleteFrom('staff_session').where('user_id', '=', staffId).execute()
}
