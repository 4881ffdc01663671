/** Which of the two databases this is, where it matters to a query. */
import { SqliteAdapter } from 'kysely'
import type { Db } from './client.ts'

export const isEmbedded = (db: Db): boolean => db.getExecutor().adapter instanceof SqliteAdapter
