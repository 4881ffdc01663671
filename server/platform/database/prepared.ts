/**
 * Queries that are asked for every answer of a class. Kysely makes a query's text anew each time, which took a sixth of the
 * server's time with a school at work; here it is made once, and only what changes goes along.
 */
import { sql, type Compilable, type CompiledQuery, type RawBuilder } from 'kysely'
import type { Db } from './client.ts'
import { keepPlan } from './kept-plans.ts'

/** Stands in a query's text where a value goes. */
class Placeholder {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

type Value = string | number | null

/** One for each value, under its name. */
export type Placeholders<Values> = { readonly [Name in keyof Values]: RawBuilder<Values[Name]> }

const placeholders = new Proxy({}, { get: (_, name) => sql.val(new Placeholder(String(name))) })

/**
 * @param build the query; it sees placeholders only, so its text cannot depend on a value
 * @returns the query as a function of its values; on a transaction it runs in it
 */
export function prepared<Values extends Readonly<Record<keyof Values, Value>>, Row>(
  build: (db: Db, given: Placeholders<Values>) => Compilable<Row>,
): (db: Db, values: Values) => Promise<Row[]> {
  const texts = new WeakMap<object, CompiledQuery<Row>>()
  return async (db, values) => {
    const { adapter } = db.getExecutor()
    const known = texts.get(adapter) ?? build(db, placeholders as Placeholders<Values>).compile()
    texts.set(adapter, known)
    keepPlan(known.sql)
    const parameters = known.parameters.map(parameter =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
    )
    const { rows } = await db.executeQuery<Row>({ ...known, parameters })
    return rows
  }
}
