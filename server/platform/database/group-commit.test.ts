import { describe, expect, it, vi } from 'vitest'
import { engines, freshDatabase } from '../../../tests/support/databases/databases'
import type { Db } from './client'
import { inOneCommit } from './group-commit'

/** Keeps names, one of which cannot be kept. @returns also how many were kept at a time */
function keeping() {
  const groups: number[] = []
  const keep = inOneCommit(async (transaction: Db, names: readonly string[]) => {
    groups.push(names.length)
    await transaction.insertInto('secret').values(names.map(name => ({ name, value: 'kept' }))).execute()
    if (names.includes('broken')) throw new Error('broken')
    return names.map(name => `${name} is kept`)
  })
  return { keep, groups }
}

async function kept(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('secret').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}

describe.each(engines)('work in one commit on %s', (engine) => {
  it('waits for the disk once, gives each piece its own result, and all of it is kept', async () => {
    const { db } = await freshDatabase(engine)
    const begun = vi.spyOn(db, 'transaction')
    const { keep, groups } = keeping()
    expect(await Promise.all(['a', 'b', 'c'].map(name => keep(db, name)))).toEqual(['a is kept', 'b is kept', 'c is kept'])
    expect(await kept(db)).toEqual(['a', 'b', 'c'])
    expect([begun.mock.calls.length, groups]).toEqual([1, [3]])
  })

  it('tells only the piece that failed, and takes nothing else back', async () => {
    const { db } = await freshDatabase(engine)
    const { keep } = keeping()
    const results = await Promise.allSettled(['a', 'broken', 'b'].map(name => keep(db, name)))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await kept(db)).toEqual(['a', 'b'])
  })

  it('goes on after a failure, also when the pieces come while others are written', async () => {
    const { db } = await freshDatabase(engine)
    const { keep } = keeping()
    await expect(keep(db, 'broken')).rejects.toThrow('broken')
    const [, later] = await Promise.all([keep(db, 'a'), keep(db, 'b').then(() => keep(db, 'c'))])
    expect(later).toBe('c is kept')
    expect(await kept(db)).toEqual(['a', 'b', 'c'])
  })

  it.runIf(engine === 'postgres')('gathers what comes while others are written', async () => {
    const { db } = await freshDatabase(engine)
    const { keep, groups } = keeping()
    const all: Promise<string>[] = []
    for (let index = 0; index < 200; index++) {
      all.push(keep(db, `name ${index}`))
      await new Promise(resolve => setImmediate(resolve))
    }
    await Promise.all(all)
    expect(await kept(db)).toHaveLength(200)
    expect(groups.length).toBeLessThan(200)
  })
})
