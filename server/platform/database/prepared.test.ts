import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { engines, freshDatabase } from '../../../tests/support/databases/databases'
import type { Db } from './client'
import { prepared, type Placeholders } from './prepared'

const queries = () => {
  const build = vi.fn((db: Db, given: Placeholders<{ name: string, value: string }>) =>
    db.insertInto('secret').values({ name: given.name, value: given.value }).returningAll(),
  )
  const find = prepared((db, given: Placeholders<{ name: string }>) =>
    db.selectFrom('secret').select('value').where('name', '=', given.name).where('value', '!=', 'nothing'),
  )
  return { build, keep: prepared(build), find }
}

describe.each(engines)('a query that is prepared, on %s', (engine) => {
  it('is made once, and asked with the values of each call', async () => {
    const { db } = await freshDatabase(engine)
    const { build, keep, find } = queries()
    expect(await keep(db, { name: 'a', value: 'one' })).toEqual([{ name: 'a', value: 'one' }])
    expect(await keep(db, { value: 'two\'; drop table secret', name: 'b' })).toEqual([{ name: 'b', value: 'two\'; drop table secret' }])
    expect(build).toHaveBeenCalledTimes(1)
    expect(await Promise.all(['a', 'b', 'c'].map(name => find(db, { name })))).toEqual([
      [{ value: 'one' }],
      [{ value: 'two\'; drop table secret' }],
      [],
    ])
  })

  it('belongs to the transaction that it is asked in', async () => {
    const { db } = await freshDatabase(engine)
    const { keep, find } = queries()
    await expect(db.transaction().execute(async (transaction) => {
      await keep(transaction, { name: 'a', value: 'one' })
      expect(await find(transaction, { name: 'a' })).toHaveLength(1)
      throw new Error('taken back')
    })).rejects.toThrow('taken back')
    expect(await find(db, { name: 'a' })).toEqual([])
  })

  it.runIf(engine === 'postgres')('is read once on each connection', async () => {
    const { db } = await freshDatabase(engine)
    const { find } = queries()
    const kept = await db.connection().execute(async (connection) => {
      for (const name of ['a', 'b', 'c']) await find(connection, { name })
      await connection.selectFrom('secret').select('name').where('name', '=', 'd').execute()
      return sql<{ asked: number }>`select generic_plans + custom_plans as asked from pg_prepared_statements`.execute(connection)
    })
    expect(kept.rows).toEqual([{ asked: 3 }])
  })

  it('is another text for another database', async () => {
    const { keep, find } = queries()
    for (const each of engines) {
      const { db } = await freshDatabase(each)
      await keep(db, { name: 'a', value: engine })
      expect(await find(db, { name: 'a' })).toEqual([{ value: engine }])
    }
  })
})
