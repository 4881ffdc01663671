/**
 * What is looked up for every answer of a class. Those who ask while others are being answered are answered by one query, so that
 * PostgreSQL is asked a few hundred times a second and not some thousand times. Nothing is kept: each is told what stands in the
 * database after they have asked.
 */
import type { Db } from './client.ts'
import { isEmbedded } from './engine-of.ts'
import { Gathered } from './gathered.ts'
import { preparedForEach, type ColumnTypes, type RowOf } from './prepared.ts'

/** While one query is answered, the next one is on its way. SQLite has one connection. */
const mostQueries = (db: Db): number => isEmbedded(db) ? 1 : 2

/** @returns the query of `preparedForEach` for one of those who ask */
export function askedTogether<const Columns extends ColumnTypes, Row extends object>(
  ...query: Parameters<typeof preparedForEach<Columns, Row>>
): (db: Db, asked: RowOf<Columns>) => Promise<Row | undefined> {
  const ask = preparedForEach(...query)
  const known = new WeakMap<Db, Gathered<RowOf<Columns>, Row | undefined>>()
  return (db, asked) => {
    const gathered = known.get(db) ?? new Gathered((all: readonly RowOf<Columns>[]) => ask(db, all), mostQueries(db))
    known.set(db, gathered)
    return gathered.add(asked)
  }
}
