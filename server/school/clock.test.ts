import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { believe, confirmClock, confirmShownClock, databaseTime, readOnce, type Clock } from './clock'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const start = Date.parse('2026-11-25T12:00:00Z')
const fresh: Clock = { seen: start, steady: 0, doubt: null }
/** @param readings days after the start */
const after = (...readings: number[]) => readings.reduce((clock, days) => readOnce(clock, start + days * DAY), fresh)

describe('a clock', () => {
  it.each([
    ['goes on from day to day', [1, 2, 3], null],
    ['was off over a long weekend', [1, 5.6], null],
    ['was two hours ahead until it was set right', [1 / 12, 0.01], null],
    ['is a year ahead', [365], 'ahead'],
    ['is a year ahead for an hour, until it is set right', [365, 365 + 1 / 24, 1 / 24], null],
    ['is a year behind', [1, -364], 'behind'],
    ['was off for seven weeks', [49], 'ahead'],
    ['was off for seven weeks, a week ago', [49, 50, 51, 52, 53, 54, 55, 56], null],
    [
      'was off for seven weeks, a week and a weekend ago, and is off at night',
      [49, 49.4, 50.3, 51.4, 52.3, 55.3, 56.3, 57.4, 58.3, 59.3],
      null,
    ],
    ['jumps, and jumps once more while it is doubted', [100, 101, 102, 103, 104, 105, 106, 300], 'ahead'],
    ['is a year ahead for three days, and set right', [365, 366, 367, 368, 3.1], null],
  ] as const)('%s', (_, readings, doubt) => {
    const clock = after(...readings)
    expect(clock.doubt && (clock.doubt.at > clock.seen ? 'ahead' : 'behind')).toBe(doubt)
  })

  it('makes no time certain that may not have passed, whatever it says, and believes no jump within a week', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            hours: fc.integer({ min: 1, max: 30 }),
            wrong: fc.oneof(
              { weight: 4, arbitrary: fc.constant(0) },
              { weight: 2, arbitrary: fc.integer({ min: -130, max: 130 }) },
              fc.integer({ min: -9_000, max: 9_000 }),
            ),
          }),
          { maxLength: 60 },
        ),
        (turns) => {
          let [clock, truth] = [fresh, start]
          let jumps = 0
          let last = 0
          for (const { hours, wrong } of turns) {
            truth += hours * HOUR
            if (wrong !== last) jumps++
            last = wrong
            const before = clock
            clock = readOnce(clock, truth + wrong * HOUR)
            expect(clock.steady).toBeGreaterThanOrEqual(before.steady)
            // A jump counts a day at most; what goes on evenly counts as it passes.
            expect(clock.steady).toBeLessThanOrEqual(truth - start + jumps * DAY)
          }
        },
      ),
    )
  })
})

describe.each(engines)('the clock of a server on %s', (engine) => {
  const day = (days: number) => new Date(start + days * DAY)

  it('is held against what the database has seen, also by an older release', async () => {
    const { db } = await freshDatabase(engine)
    await db.insertInto('upkeep').values({ task: 'deletion', done_at: day(0).toISOString() }).execute()
    expect(await believe(db, day(365), null)).toMatchObject({ doubt: 'ahead', against: day(0).toISOString() })
    expect(await believe(db, day(1), null)).toMatchObject({ doubt: null, steady: DAY })
    expect(await believe(db, day(365), null)).toMatchObject({ doubt: 'ahead', left: 7 * DAY })
    await confirmClock(db, day(365))
    expect(await believe(db, day(365), null)).toMatchObject({ doubt: null })
    expect(await believe(db, day(1), null)).toMatchObject({ doubt: 'behind' })
  })

  it('is believed once an admin has seen what it says now, and has said that it is right', async () => {
    const { db } = await freshDatabase(engine)
    const { staff } = await seededSchool(db)
    const now = await databaseTime(db) === null ? day(365) : new Date()
    await db.insertInto('upkeep').values({ task: 'deletion', done_at: new Date(now.getTime() - 365 * DAY).toISOString() }).execute()
    expect(await believe(db, now, null)).toMatchObject({ doubt: 'ahead' })
    await expect(confirmShownClock(db, staff, new Date(now.getTime() - 2 * HOUR), now)).rejects.toMatchObject({
      kind: 'conflict',
      sentence: { key: 'clock-moved' },
    })
    expect(await confirmShownClock(db, staff, new Date(now.getTime() - HOUR / 2), now)).toMatchObject({ doubt: null })
    expect(await db.selectFrom('audit').select('action').execute()).toEqual([{ action: 'system.clock' }])
    await believe(db, now, now.getTime() - DAY)
    await expect(confirmShownClock(db, staff, now, now)).rejects.toMatchObject({ kind: 'conflict', sentence: { key: 'clocks-apart' } })
  })

  it('of two processes, the one that is away from the database server\'s is not believed, and the other is', async () => {
    const { db } = await freshDatabase(engine)
    for (let days = 0; days < 20; days++) {
      expect(await believe(db, day(days), day(days).getTime())).toMatchObject({ doubt: null, steady: days * DAY })
      expect(await believe(db, day(days + 365), day(days).getTime())).toMatchObject({
        doubt: 'apart',
        against: day(days).toISOString(),
        steady: days * DAY,
      })
    }
  })

  it('of two processes without another witness, the one that is a year ahead is never believed while the other runs', async () => {
    const { db } = await freshDatabase(engine)
    for (let days = 0; days < 20; days++) {
      expect(await believe(db, day(days), null)).toMatchObject({ doubt: null, steady: days * DAY })
      expect(await believe(db, day(days + 365), null)).toMatchObject({ doubt: 'ahead' })
    }
    const together = await Promise.all(Array.from({ length: 6 }, () => believe(db, day(20), null)))
    expect(new Set(together.map(({ steady }) => steady))).toEqual(new Set([20 * DAY]))
  })

  it('has that of PostgreSQL beside it', async () => {
    const { db } = await freshDatabase(engine)
    const told = await databaseTime(db)
    if (engine === 'sqlite') expect(told).toBeNull()
    else expect(Math.abs((told ?? 0) - Date.now())).toBeLessThan(60_000)
  })
})
