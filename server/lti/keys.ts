/**
 * Our own pair of keys (RS256), with which we sign what we send to an LMS. It is made in the database like the server's other
 * secrets, its private half encrypted with the server's own key. A new pair takes over from the old one, whose public half stays
 * in our set, for what was signed with it may still be on its way, and an LMS asks for the set only now and then.
 */
import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK, type JWTPayload } from 'jose'
import { z } from 'zod'
import type { Db } from '../platform/database/client.ts'
import { serverSecret } from '../platform/security/secret.ts'
import { keyedHash, newId } from '../platform/security/tokens.ts'

const ALG = 'RS256'
/** A pair signs for a year. Days. */
const SIGNS_DAYS = 365
/** Days for which the public half of an old pair stays in the set. */
const KEPT_DAYS = 30
const DAY = 86_400_000

const ofBoth = { kty: z.literal('RSA'), n: z.string(), e: z.string() }
/** Nothing besides these goes into our set, whatever a row holds. */
const publicHalf = z.object({ ...ofBoth, kid: z.string(), alg: z.string(), use: z.string() })
const privateHalf = z.object({
  ...ofBoth, d: z.string(), p: z.string(), q: z.string(), dp: z.string(), dq: z.string(), qi: z.string(),
})
type PrivateHalf = z.infer<typeof privateHalf>

const sealOf = async (db: Db) => Buffer.from(keyedHash(await serverSecret(db), 'lti-keys'), 'base64url')

/** @returns a new pair, as it is kept */
async function newKey(db: Db, now: Date) {
  const { privateKey, publicKey } = await generateKeyPair(ALG, { modulusLength: 2048, extractable: true })
  const kid = newId()
  const sealed = await new CompactEncrypt(Buffer.from(JSON.stringify(await exportJWK(privateKey))))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(await sealOf(db))
  return {
    kid,
    private_key: sealed,
    public_key: JSON.stringify({ ...await exportJWK(publicKey), kid, alg: ALG, use: 'sig' }),
    created_at: now.toISOString(),
    retired_at: null,
  }
}

/** The oldest that signs: of two that processes made at once, all take the same. */
const signing = (db: Db) =>
  db.selectFrom('lti_key').selectAll().where('retired_at', 'is', null).orderBy('created_at').orderBy('kid').executeTakeFirst()

async function unsealed(db: Db, sealed: string): Promise<PrivateHalf | null> {
  try {
    const { plaintext } = await compactDecrypt(sealed, await sealOf(db))
    return privateHalf.parse(JSON.parse(new TextDecoder().decode(plaintext)))
  }
  catch {
    // AUTH_SECRET is another one than when it was made, or it is no key of ours.
    return null
  }
}

/** From now on another pair signs. Where none signs yet, one is made. */
export async function rotateKey(db: Db, now = new Date()): Promise<void> {
  // Made before, since that takes long.
  const row = await newKey(db, now)
  await db.transaction().execute(async (all) => {
    await all.updateTable('lti_key').set({ retired_at: now.toISOString() }).where('retired_at', 'is', null).execute()
    await all.insertInto('lti_key').values(row).execute()
  })
}

async function signingKey(db: Db, now: Date): Promise<{ kid: string, jwk: PrivateHalf }> {
  const row = await signing(db)
  const jwk = row && (await unsealed(db, row.private_key))
  if (row && jwk && Date.parse(row.created_at) > now.getTime() - SIGNS_DAYS * DAY) return { kid: row.kid, jwk }
  await rotateKey(db, now)
  const made = await signing(db)
  const again = made && (await unsealed(db, made.private_key))
  if (!made || !again) throw new Error('a key that was just made cannot be read')
  return { kid: made.kid, jwk: again }
}

/** @returns our public keys, as `GET /lti/jwks` gives them */
export async function publicKeys(db: Db, now = new Date()): Promise<{ keys: JWK[] }> {
  await signingKey(db, now)
  const oldest = new Date(now.getTime() - KEPT_DAYS * DAY).toISOString()
  const rows = await db
    .selectFrom('lti_key')
    .select('public_key')
    .where(({ eb, or }) => or([eb('retired_at', 'is', null), eb('retired_at', '>', oldest)]))
    .orderBy('created_at', 'desc')
    .execute()
  return { keys: rows.map(({ public_key: key }) => publicHalf.parse(JSON.parse(key))) }
}

/** Pairs whose public half nobody needs any more. */
export async function forgetOldKeys(db: Db, now = new Date()): Promise<void> {
  await db.deleteFrom('lti_key').where('retired_at', '<', new Date(now.getTime() - KEPT_DAYS * DAY).toISOString()).execute()
}

/** @param seconds for which it is good; @returns the claims, signed */
export async function signed(db: Db, claims: JWTPayload, seconds: number, now = new Date()): Promise<string> {
  const { kid, jwk } = await signingKey(db, now)
  const at = Math.floor(now.getTime() / 1000)
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALG, kid, typ: 'JWT' })
    .setIssuedAt(at)
    .setExpirationTime(at + seconds)
    .setJti(newId())
    .sign(await importJWK(jwk, ALG))
}
