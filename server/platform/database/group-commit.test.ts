import { describe, expect, it, vi } from 'vitest'
import { engines, freshDatabase } from '../../../tests/support/databases/databases'
import type { Db } from './client'
import { inOneCommit } from './group-commit'

const keep = (name: string) => async (transaction: Db) => {
  await transaction.insertInto('secret').values({ name, value: 'kept' }).execute()
  return name
}

async function kept(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('secret').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}

describe.each(engines)('work in one commit on %s', (engine) => {
  it('gives each piece its own result, and all of it is kept', async () => {
    const { db } = await freshDatabase(engine)
    expect(await Promise.all(['a', 'b', 'c'].map(name => inOneCommit(db, keep(name))))).toEqual(['a', 'b', 'c'])
    expect(await kept(db)).toEqual(['a', 'b', 'c'])
  })

  it('tells only the piece that failed, and takes nothing else back', async () => {
    const { db } = await freshDatabase(engine)
    const half = async (transaction: Db) => {
      await keep('half')(transaction)
      throw new Error('broken')
    }
    const results = await Promise.allSettled([inOneCommit(db, keep('a')), inOneCommit(db, half), inOneCommit(db, keep('b'))])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await kept(db)).toEqual(['a', 'b'])
  })

  it('goes on after a failure, also when the pieces come while others are written', async () => {
    const { db } = await freshDatabase(engine)
    await expect(inOneCommit(db, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    const [, later] = await Promise.all([inOneCommit(db, keep('a')), inOneCommit(db, keep('b')).then(() => inOneCommit(db, keep('c')))])
    expect(later).toBe('c')
    expect(await kept(db)).toEqual(['a', 'b', 'c'])
  })
})

describe.each(engines)('groups on %s', (engine) => {
  it('wait for the disk once', async () => {
    const { db } = await freshDatabase(engine)
    const begun = vi.spyOn(db, 'transaction')
    await Promise.all(Array.from({ length: 20 }, (_, index) => inOneCommit(db, keep(`name ${index}`))))
    expect(begun).toHaveBeenCalledTimes(1)
  })

  it.runIf(engine === 'postgres')('gather what comes while others are written', async () => {
    const { db } = await freshDatabase(engine)
    const begun = vi.spyOn(db, 'transaction')
    const all: Promise<string>[] = []
    for (let index = 0; index < 200; index++) {
      all.push(inOneCommit(db, keep(`name ${index}`)))
      await new Promise(resolve => setImmediate(resolve))
    }
    await Promise.all(all)
    expect(await kept(db)).toHaveLength(200)
    expect(begun.mock.calls.length).toBeLessThan(200)
  })
})
