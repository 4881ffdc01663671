/** The server's own key: `AUTH_SECRET` where it is set, else one that is made once and kept in the database, so that several processes share it. */
import type { Db } from '../database/client.ts'
import { newToken } from './tokens.ts'

const NAME = 'auth'
const LEAST = 32

/** @throws when AUTH_SECRET is too short to protect anything */
export async function serverSecret(db: Db, given = process.env.AUTH_SECRET): Promise<string> {
  if (given !== undefined) {
    if (given.length < LEAST) throw new Error(`AUTH_SECRET has ${given.length} signs; it needs at least ${LEAST} random ones, for example from: openssl rand -base64 32`)
    return given
  }
  const kept = () => db.selectFrom('secret').select('value').where('name', '=', NAME)
  const found = await kept().executeTakeFirst()
  if (found) return found.value
  await db.insertInto('secret').values({ name: NAME, value: newToken() + newToken() }).onConflict(conflict => conflict.doNothing()).execute()
  return (await kept().executeTakeFirstOrThrow()).value
}
