/**
 * Queries that are asked for every answer of a class. Kysely makes a query's text anew each time, which took a sixth of the
 * server's time with a school at work; here it is made once, and only what changes goes along.
 */
import { sql, type AliasedRawBuilder, type Compilable, type CompiledQuery, type RawBuilder, type SelectQueryBuilder } from 'kysely'
import type { Db } from './client.ts'
import { isEmbedded } from './engine-of.ts'
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

/** Runs a query whose text is made once for each kind of database. @param valueOf gives what stands for a name in this call */
function keptQuery<Given, Row>(build: (db: Db) => Compilable<Row>, valueOf: (db: Db, given: Given, name: string) => unknown) {
  const texts = new WeakMap<object, CompiledQuery<Row>>()
  return async (db: Db, given: Given): Promise<Row[]> => {
    const { adapter } = db.getExecutor()
    const known = texts.get(adapter) ?? build(db).compile()
    texts.set(adapter, known)
    keepPlan(known.sql)
    const parameters = known.parameters.map(parameter =>
      parameter instanceof Placeholder ? valueOf(db, given, parameter.name) : parameter,
    )
    const { rows } = await db.executeQuery<Row>({ ...known, parameters })
    return rows
  }
}

/**
 * @param build the query; it sees placeholders only, so its text cannot depend on a value
 * @returns the query as a function of its values; on a transaction it runs in it
 */
export const prepared = <Values extends Readonly<Record<keyof Values, Value>>, Row>(
  build: (db: Db, given: Placeholders<Values>) => Compilable<Row>,
): (db: Db, values: Values) => Promise<Row[]> =>
  keptQuery(db => build(db, placeholders as Placeholders<Values>), (_, values, name) => values[name as keyof Values])

/** What goes along with a query in many rows: PostgreSQL has to be told the types. */
export type ColumnTypes = Readonly<Record<string, 'text' | 'text or null' | 'integer' | 'integer or null'>>

type Typed<Type> = Type extends 'text' ? string : Type extends 'text or null' ? string | null
  : Type extends 'integer' ? number : number | null

export type RowOf<Columns extends ColumnTypes> = { readonly [Name in keyof Columns]: Typed<Columns[Name]> }

/** The table `given` in the query, `nth` says which of its rows, from 1. */
export type Given<Columns extends ColumnTypes> = AliasedRawBuilder<RowOf<Columns> & { readonly nth: number }, 'given'>

const typeOf = { text: 'text', 'text or null': 'text', integer: 'integer', 'integer or null': 'integer' } as const

function givenTable<Columns extends ColumnTypes>(db: Db, columns: Columns): Given<Columns> {
  const names = Object.keys(columns)
  if (isEmbedded(db)) {
    const each = names.map((name, index) => sql`value ->> ${sql.raw(String(index))} as ${sql.id(name)}`)
    const rows = sql<never>`(select ${sql.join([...each, sql`key + 1 as nth`])} from json_each(${sql.val(new Placeholder(''))}))`
    return rows.as('given') as unknown as Given<Columns>
  }
  const lists = names.map(name => sql`${sql.val(new Placeholder(name))}::${sql.raw(typeOf[columns[name] ?? 'text'])}[]`)
  const rows = sql<never>`unnest(${sql.join(lists)}) with ordinality`
  return rows.as(sql`given(${sql.join([...names, 'nth'].map(name => sql.id(name)))})`) as unknown as Given<Columns>
}

/**
 * A query for many rows at once: its text is the same for one row as for a hundred.
 * @param columns of the rows that go along, in the order in which they are sent
 * @param build the query, with these rows as the table `given`
 */
export function preparedForMany<const Columns extends ColumnTypes, Row>(
  columns: Columns,
  build: (db: Db, given: Given<Columns>) => Compilable<Row>,
): (db: Db, rows: readonly RowOf<Columns>[]) => Promise<Row[]> {
  const names: readonly (keyof Columns)[] = Object.keys(columns)
  return keptQuery(
    db => build(db, givenTable(db, columns)),
    (db, rows: readonly RowOf<Columns>[], name) =>
      isEmbedded(db) ? JSON.stringify(rows.map(row => names.map(each => row[each]))) : rows.map(row => row[name]),
  )
}

/** What stands for a value where it comes from the table `given`. */
const fromGiven = new Proxy({}, { get: (_, name) => sql.ref(`given.${String(name)}`) })

/**
 * A query that finds one row, for many who look: PostgreSQL answers all of them at once, and looks each up just as if it were the
 * only one. (Written as a join it would be planned by what PostgreSQL takes the tables to hold. Where nobody has counted them yet,
 * it began with all classes and went through every pupil, at 114 ms.) SQLite is asked one by one, for it is in this process.
 * @param columns of the values that go along
 * @param build the query for one; it sees placeholders only
 * @returns for each the row, or undefined where there is none
 */
export function preparedForEach<const Columns extends ColumnTypes, Row extends object>(
  columns: Columns,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- which tables it reads is its own affair: only the row counts
  build: (db: Db, given: Placeholders<RowOf<Columns>>) => SelectQueryBuilder<any, any, Row>,
): (db: Db, all: readonly RowOf<Columns>[]) => Promise<(Row | undefined)[]> {
  const one = prepared<RowOf<Columns>, Row>(build)
  const many = preparedForMany(columns, (db, given) => db
    .selectFrom(given)
    .innerJoinLateral(
      build(db, fromGiven as Placeholders<RowOf<Columns>>).limit(sql.lit(1)).as('found'),
      join => join.onTrue(),
    )
    .select('given.nth')
    .selectAll('found') as unknown as Compilable<Row & { readonly nth: number }>)
  return async (db, all) => {
    if (isEmbedded(db)) {
      const found: (Row | undefined)[] = []
      for (const given of all) found.push((await one(db, given))[0])
      return found
    }
    const rows = new Map((await many(db, all)).map(({ nth, ...row }) => [nth, row as unknown as Row]))
    return all.map((_, index) => rows.get(index + 1))
  }
}
