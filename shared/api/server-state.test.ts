import { expect, it } from 'vitest'
import { concernsOf } from './server-state'

const now = Date.parse('2026-11-25T12:00:00Z')
const well = {
  clock: { doubt: null },
  freeSpace: 50e9,
  reserve: { size: 32e6, of: 32e6 },
  upkeep: { backup: '2026-11-25T02:00:00Z', deletion: '2026-11-25T08:00:00Z' },
  address: 'https://lessons.example.org',
  adminsByPasswordAlone: 0,
  securityEvents: { limit: 100 },
}

it('has no concern about a server that is looked after', () => {
  expect(concernsOf(well, now)).toEqual([])
  expect(concernsOf({ ...well, freeSpace: null, reserve: null }, now)).toEqual([])
})

it('notices a backup that is missing or more than a week old', () => {
  expect(concernsOf({ ...well, upkeep: { ...well.upkeep, backup: '2026-11-17T11:00:00Z' } }, now)).toEqual(['backup-old'])
  expect(concernsOf({ ...well, upkeep: { deletion: well.upkeep.deletion } }, now)).toEqual(['backup-none'])
})

it('notices a full disk first, then what else there is', () => {
  expect(
    concernsOf(
      { clock: null, freeSpace: 9e8, reserve: null, upkeep: {}, address: null, adminsByPasswordAlone: 1, securityEvents: { limit: 101 } },
      now,
    ),
  ).toEqual(['space-low', 'backup-none', 'deletion-late', 'limits-often', 'admins-second-step', 'no-address'])
})

it('notices a clock that is not believed, and does not ask why nothing is deleted then', () => {
  expect(concernsOf({ ...well, clock: { doubt: 'ahead' }, upkeep: { ...well.upkeep, deletion: '2026-11-01T08:00:00Z' } }, now)).toEqual([
    'clock',
  ])
})

it('notices that a full disk has taken what was kept for it, though there is room again', () => {
  expect(concernsOf({ ...well, reserve: { size: 31e6, of: 32e6 } }, now)).toEqual(['space-low'])
})
