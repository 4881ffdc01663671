import { describe, expect, it } from 'vitest'
import { engines, freshDatabase } from '../../tests/support/databases'
import { forgive, giveBack, isAllowed } from './rate-limit'

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

  it('are all counted where many come at once', async () => {
    const { db } = await freshDatabase(engine)
    const tries = await Promise.all(Array.from({ length: 10 }, () => isAllowed(db, 'a', limit)))
    expect(tries.filter(Boolean)).toHaveLength(3)
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
