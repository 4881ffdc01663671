import { describe, expect, it } from 'vitest'
import { engines, freshDatabase } from '../../tests/support/databases'
import { forgive, giveBack, isAllowed, isUsedUp } from './rate-limit'
import { hashOf } from './tokens'

const limit = { tries: 3, window: 1000 }

describe.each(engines)('tries on %s', (engine) => {
  it('are counted until the window is over, each name for itself', async () => {
    const { db } = await freshDatabase(engine)
    const tries = []
    for (let index = 0; index < 5; index += 1) tries.push(await isAllowed(db, 'a', limit, 5000))
    expect(tries).toEqual([true, true, true, false, false])
    expect(await isAllowed(db, 'b', limit, 5000)).toBe(true)
    expect(await isAllowed(db, 'a', limit, 6001)).toBe(true)
  })

  it('do not last for days after the clock was set back', async () => {
    const { db } = await freshDatabase(engine)
    for (let index = 0; index < 3; index += 1) await isAllowed(db, 'a', limit, 90_000)
    expect(await isUsedUp(db, 'a', limit, 90_000)).toBe(true)
    expect(await isUsedUp(db, 'a', limit, 5000)).toBe(false)
    expect(await isAllowed(db, 'a', limit, 5000)).toBe(true)
    expect(await isAllowed(db, 'a', limit, 5001)).toBe(true)
  })

  it('are all counted where many come at once', async () => {
    const { db } = await freshDatabase(engine)
    const tries = await Promise.all(Array.from({ length: 10 }, () => isAllowed(db, 'a', limit)))
    expect(tries.filter(Boolean)).toHaveLength(3)
  })

  it('say nothing to whoever has only their table: an address cannot be found by trying them all', async () => {
    const { db } = await freshDatabase(engine)
    await isAllowed(db, 'codes:203.0.113.9', limit)
    const { key } = await db.selectFrom('rate_limit').select('key').executeTakeFirstOrThrow()
    expect([hashOf('codes:203.0.113.9'), hashOf('tries:codes:203.0.113.9')]).not.toContain(key)
    // With another key of the server, as where AUTH_SECRET is not kept in the database, the same name has another hash: the count begins anew.
    await db.updateTable('secret').set({ value: 'another'.repeat(8) }).execute()
    await isAllowed(db, 'codes:203.0.113.9', limit)
    expect(await db.selectFrom('rate_limit').select('count').execute()).toEqual([{ count: 1 }, { count: 1 }])
  })

  it('can be forgiven, or given back one by one', async () => {
    const { db } = await freshDatabase(engine)
    for (let index = 0; index < 3; index += 1) await isAllowed(db, 'a', limit)
    await giveBack(db, 'a')
    expect(await isAllowed(db, 'a', limit)).toBe(true)
    expect(await isAllowed(db, 'a', limit)).toBe(false)
    await forgive(db, 'a')
    expect(await isAllowed(db, 'a', limit)).toBe(true)
  })
})
