/**
 * PostgreSQL reads and plans a query anew each time, which is half of what a small one costs it. Those that are asked for every answer
 * of a class go by name, so that each connection reads them once.
 */
import { hash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/** Names by the queries' texts. PostgreSQL takes 63 letters. */
const names = new Map<string, string>()

/** Has the plan of this query kept on each connection; only for a text that does not depend on a value (prepared.ts). */
export function keepPlan(text: string): void {
  if (!names.has(text)) names.set(text, hash('sha256', text, 'base64url').slice(0, 32))
}

/** @returns the pool as Kysely uses it, which asks by name what has one */
export function withKeptPlans(pool: Pool): PostgresPool {
  const known = new WeakMap<PoolClient, PostgresPoolClient>()
  function around(client: PoolClient): PostgresPoolClient {
    // One that breaks between two queries of a transaction would end the process: the next query of it fails, and the pool lets go of
    // it. Of those that nobody uses the pool speaks itself (client.ts).
    client.on('error', () => undefined)
    const query = (text: string, values: unknown[]) => client.query({ name: names.get(text), text, values })
    // Its other form, with a cursor, is for streams, of which there are none.
    return { query: query as unknown as PostgresPoolClient['query'], release: destroy => client.release(destroy) }
  }
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const wrapped = known.get(client) ?? around(client)
      known.set(client, wrapped)
      return wrapped
    },
  }
}
