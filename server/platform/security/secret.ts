/**
 * The server's own key: `AUTH_SECRET` where it is set, else one that is made once and kept in the database, so that several
 * processes share it.
 */
import type { Db } from '../database/client.ts'
import { settings } from '../settings.ts'
import { newToken } from './tokens.ts'

const NAME = 'auth'

export async function serverSecret(db: Db, given = settings().authSecret): Promise<string> {
  if (given !== undefined) return given
  const kept = () => db.selectFrom('secret').select('value').where('name', '=', NAME)
  const found = await kept().executeTakeFirst()
  if (found) return found.value
  await db
    .insertInto('secret')
    .values({ name: NAME, value: newToken() + newToken() })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return (await kept().executeTakeFirstOrThrow()).value
}
