import { expect, it } from 'vitest'
import { engines, freshDatabase } from '../../../tests/support/databases/databases'
import { minutesToWait, minutesToWaitFor, OF_ADDRESS } from './package-limit'

it.each(engines)('an address waits after very many packages, and is told how long, on %s', async (engine) => {
  const { db } = await freshDatabase(engine)
  const from = '203.0.113.9'
  const [MINUTE, began] = [60_000, Date.parse('2026-11-25T12:00:00Z')]
  for (let count = 0; count < OF_ADDRESS.tries; count += 1)
    if ((await minutesToWait(db, from, began)) !== 0) throw new Error(`already at ${count}`)
  // They come back one by one; for many at once there is more to wait for.
  expect(await minutesToWait(db, from, began)).toBe(1)
  expect(await minutesToWaitFor(db, from, OF_ADDRESS.tries / 3, began)).toBe(5)
  expect(await minutesToWait(db, '203.0.113.10', began)).toBe(0)
  expect(await minutesToWaitFor(db, from, OF_ADDRESS.tries / 3, began + 5 * MINUTE)).toBe(0)
  expect(await minutesToWait(db, from, began + 5 * MINUTE)).toBe(1)
})

it.each(engines)('many packages at once count as each of them, and what does not fit costs nothing, on %s', async (engine) => {
  const { db } = await freshDatabase(engine)
  const from = '203.0.113.9'
  const began = Date.parse('2026-11-25T12:00:00Z')
  expect(await minutesToWait(db, from, began)).toBe(0)
  expect(await minutesToWaitFor(db, from, OF_ADDRESS.tries - 11, began)).toBe(0)
  expect(await minutesToWaitFor(db, from, 11, began)).toBe(1)
  expect(await minutesToWaitFor(db, from, 0, began)).toBe(0)
  for (let count = 0; count < 10; count += 1) expect(await minutesToWait(db, from, began)).toBe(0)
  expect(await minutesToWait(db, from, began)).toBe(1)
})
