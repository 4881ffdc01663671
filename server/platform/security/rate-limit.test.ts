import { describe, expect, it } from 'vitest'
import { engines, freshDatabase } from '../../../tests/support/databases/databases'
import { forgive, giveBack, inWords, isAllowed, isAllowedFrom, isUsedUp, spent, sweepTries, untilFree } from './rate-limit'
import { say } from '../sentences'
import { hashOf } from './tokens'

const limit = { tries: 3, window: 3000 }

describe.each(engines)('tries on %s', (engine) => {
  it('come back one by one, each name for itself', async () => {
    const { db } = await freshDatabase(engine)
    const tries = []
    for (let index = 0; index < 5; index += 1) tries.push(await isAllowed(db, 'a', limit, 5000))
    expect(tries).toEqual([true, true, true, false, false])
    expect(await untilFree(db, 'a', limit, 5000)).toBe(1000)
    expect(await isAllowed(db, 'b', limit, 5000)).toBe(true)
    expect([await isAllowed(db, 'a', limit, 5999), await isAllowed(db, 'a', limit, 6000), await isAllowed(db, 'a', limit, 6000)]).toEqual([
      false,
      true,
      false,
    ])
    expect(await spent(db, ['a', 'b', 'c'], limit, 6000)).toEqual([3, 0, 0])
    expect(await isUsedUp(db, 'a', limit, 8000)).toBe(false)
  })

  it('that are refused are not written, and put nothing off', async () => {
    const { db } = await freshDatabase(engine)
    for (let index = 0; index < 3; index += 1) await isAllowed(db, 'a', limit, 5000)
    const before = await db.selectFrom('rate_limit').selectAll().execute()
    for (let index = 0; index < 50; index += 1) expect(await isAllowed(db, 'a', limit, 5001)).toBe(false)
    expect(await db.selectFrom('rate_limit').selectAll().execute()).toEqual(before)
  })

  it('may cost more than one', async () => {
    const { db } = await freshDatabase(engine)
    expect([
      await isAllowed(db, 'a', limit, 5000, 2),
      await isAllowed(db, 'a', limit, 5000, 2),
      await isAllowed(db, 'a', limit, 5000),
    ]).toEqual([true, false, true])
    expect(await untilFree(db, 'a', limit, 5000, 2)).toBe(2000)
  })

  it('of one moment count each other, also where the later one was asked a little earlier', async () => {
    const { db } = await freshDatabase(engine)
    const once = { tries: 1, window: 120_000 }
    expect(await isAllowed(db, 'code', once, 5_000)).toBe(true)
    expect(await isAllowed(db, 'code', once, 4_997)).toBe(false)
  })

  it('do not last for days after the clock was set back', async () => {
    const { db } = await freshDatabase(engine)
    for (let index = 0; index < 3; index += 1) await isAllowed(db, 'a', limit, 90_000)
    expect(await isUsedUp(db, 'a', limit, 90_000)).toBe(true)
    expect(await isUsedUp(db, 'a', limit, 5000)).toBe(false)
    const tries = []
    for (let index = 0; index < 4; index += 1) tries.push(await isAllowed(db, 'a', limit, 5000))
    expect(tries).toEqual([true, true, true, false])
  })

  it('are all counted where many come at once', async () => {
    const { db } = await freshDatabase(engine)
    const tries = await Promise.all(Array.from({ length: 10 }, () => isAllowed(db, 'a', limit, 5000)))
    expect(tries.filter(Boolean)).toHaveLength(3)
  })

  it('say nothing to whoever has only their table: an address cannot be found by trying them all', async () => {
    const { db } = await freshDatabase(engine)
    await isAllowed(db, 'codes:203.0.113.9', limit)
    const { key } = await db.selectFrom('rate_limit').select('key').executeTakeFirstOrThrow()
    expect([hashOf('codes:203.0.113.9'), hashOf('tries:codes:203.0.113.9')]).not.toContain(key)
    // With another key of the server, as where AUTH_SECRET is not kept in the database, the same name has another hash: the count
    // begins anew.
    await db.updateTable('secret').set({ value: 'another'.repeat(8) }).execute()
    await isAllowed(db, 'codes:203.0.113.9', limit)
    expect(await db.selectFrom('rate_limit').select('key').execute()).toHaveLength(2)
  })

  it('can be forgiven, or given back one by one', async () => {
    const { db } = await freshDatabase(engine)
    for (let index = 0; index < 3; index += 1) await isAllowed(db, 'a', limit, 5000)
    await giveBack(db, 'a', limit)
    expect(await isAllowed(db, 'a', limit, 5000)).toBe(true)
    expect(await isAllowed(db, 'a', limit, 5000)).toBe(false)
    await forgive(db, 'a', 'never tried')
    expect(await spent(db, ['a'], limit, 5000)).toEqual([0])
  })

  it('from one /48 of IPv6 are no more than twice those of one address, and the lines in it fill no table', async () => {
    const { db } = await freshDatabase(engine)
    const tries = []
    for (let line = 0; line < 20; line += 1)
      tries.push(await isAllowedFrom(db, 'codes', `2001:db8:1:${line.toString(16)}::/64`, limit, 5000))
    expect(tries.filter(Boolean)).toHaveLength(6)
    expect(await db.selectFrom('rate_limit').select('key').execute()).toHaveLength(7)
    expect(await isAllowedFrom(db, 'codes', '2001:db8:2:0::/64', limit, 5000)).toBe(true)
    const old = []
    for (let index = 0; index < 4; index += 1) old.push(await isAllowedFrom(db, 'codes', '203.0.113.9', limit, 5000))
    expect(old).toEqual([true, true, true, false])
  })

  it('that have all come back are swept away', async () => {
    const { db } = await freshDatabase(engine)
    await isAllowed(db, 'a', limit, 5000)
    await isAllowed(db, 'b', limit, 9000)
    expect(await sweepTries(db, 7000)).toBe(1)
    expect(await spent(db, ['b'], limit, 9000)).toEqual([1])
  })
})

it.each([
  [1, 'a second'],
  [59_001, '60 seconds'],
  [90_001, '2 minutes'],
  [899_000, '15 minutes'],
  [86_400_000, '24 hours'],
])('a wait of %d ms is %s', (wait, words) => {
  expect(say(inWords(wait), 'en')).toBe(words)
})
