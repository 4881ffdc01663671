import { afterEach, describe, expect, it, vi } from 'vitest'
import { Kysely } from 'kysely'
import { engines, freshDatabase } from '../../../tests/support/databases/databases'
import type { Db } from './client'
import { askedTogether } from './asked-together'

const keep = (db: Db, name: string, value: string) => db.insertInto('secret').values({ name, value }).execute()

const looking = () => askedTogether({ name: 'text', not: 'text' }, (db, given) =>
  db.selectFrom('secret').select('value').where('name', '=', given.name).where('value', '!=', given.not))

afterEach(() => {
  vi.restoreAllMocks()
})

describe.each(engines)('what many ask for on %s', (engine) => {
  it('is asked together, and each is told their own, whatever they are called', async () => {
    const { db } = await freshDatabase(engine)
    const names = ['a', 'b"}', `c'; drop table secret`, 'd,{NULL}', 'é\\']
    for (const name of names) await keep(db, name, `of ${name}`)
    const ask = looking()
    const queries = vi.spyOn(Kysely.prototype, 'executeQuery')
    const asked = [...names, 'nobody', 'a']
    expect(await Promise.all(asked.map((name, index) => ask(db, { name, not: index === 1 ? `of ${name}` : '' })))).toEqual([
      { value: 'of a' }, undefined, ...names.slice(2).map(name => ({ value: `of ${name}` })), undefined, { value: 'of a' },
    ])
    // SQLite is in this process.
    expect(queries).toHaveBeenCalledTimes(engine === 'postgres' ? 1 : asked.length)
  })

  it('is what stands there after they have asked: nothing is remembered, nor told by a query that was under way', async () => {
    const { db } = await freshDatabase(engine)
    const ask = looking()
    for (let time = 0; time < 5; time++) {
      const before = ask(db, { name: 'a', not: '' })
      await new Promise(resolve => setImmediate(resolve))
      await db.deleteFrom('secret').execute()
      await keep(db, 'a', `time ${time}`)
      expect(await ask(db, { name: 'a', not: '' })).toEqual({ value: `time ${time}` })
      await before
    }
  })

  it('is asked in the transaction of whoever asks', async () => {
    const { db } = await freshDatabase(engine)
    const ask = looking()
    await expect(db.transaction().execute(async (transaction) => {
      await keep(transaction, 'a', 'one')
      expect(await ask(transaction, { name: 'a', not: '' })).toEqual({ value: 'one' })
      throw new Error('taken back')
    })).rejects.toThrow('taken back')
    expect(await ask(db, { name: 'a', not: '' })).toBeUndefined()
  })

  it.runIf(engine === 'postgres')('is told to all others where one asks for what PostgreSQL does not take', async () => {
    const { db } = await freshDatabase(engine)
    await keep(db, 'a', 'one')
    const ask = looking()
    const [a, broken, b] = await Promise.allSettled(['a', '\0', 'a'].map(name => ask(db, { name, not: '' })))
    expect([a, b]).toEqual([a, b].map(() => ({ status: 'fulfilled', value: { value: 'one' } })))
    expect(broken?.status).toBe('rejected')
  })
})
