import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeGuestSave, encodeGuestSave, GUEST_KEEPS, isExpired, RELOAD_KEEPS } from '#shared/attempt/guest-save'

const HOUR = 60 * 60 * 1000
const save = { savedAt: 1_790_000_000_000, tab: '123', attempt: 'w1;x' }

it('gives back what was kept, whatever stands in the attempt', () => {
  expect(decodeGuestSave(encodeGuestSave(save), save.savedAt + 1)).toEqual(save)
  fc.assert(
    fc.property(
      fc.nat(8e12),
      fc.stringMatching(/^[0-9a-z]{1,32}$/),
      fc.stringMatching(/^[\w;|.=~*/,-]{1,80}$/),
      (savedAt, tab, attempt) => {
        const kept = { savedAt, tab, attempt }
        expect(decodeGuestSave(encodeGuestSave(kept), savedAt)).toEqual(kept)
      },
    ),
  )
})

it('forgets after 24 hours, and when the clock has been set back', () => {
  const text = encodeGuestSave(save)
  expect(decodeGuestSave(text, save.savedAt + 24 * HOUR - 1)).toEqual(save)
  expect(decodeGuestSave(text, save.savedAt + 24 * HOUR)).toBeNull()
  expect(decodeGuestSave(text, save.savedAt)).toEqual(save)
  expect(decodeGuestSave(text, save.savedAt - 1)).toBeNull()
  expect(GUEST_KEEPS).toBeGreaterThan(RELOAD_KEEPS)
})

it('goes straight on after a reload for half an hour at most, since another child may sit there later', () => {
  expect(RELOAD_KEEPS).toBe(HOUR / 2)
})

describe('what is found in a storage', () => {
  it.each([
    '',
    'w1;x',
    '123',
    '|123|w1;x',
    'abc||w1;x',
    'abc|123|',
    'abc|123',
    'ABC|123|w1',
    'abc|1 3|w1',
    'abc|Tab|w1',
    `${'z'.repeat(12)}|123|w1`,
    `abc|${'1'.repeat(33)}|w1`,
    ' abc|123|w1',
    'x\nabc|123|w1',
    'abc|123|w1\nmore',
    5,
    null,
    undefined,
    {},
    ['abc|123|w1'],
  ])('is no save where it has not its shape: %j', (text) => {
    expect(decodeGuestSave(text, Number.parseInt('abc', 36))).toBeNull()
  })

  it('has expired where it was a save; what is none has not, so that the pupil is told that it cannot be read', () => {
    const text = encodeGuestSave(save)
    expect(isExpired(text, save.savedAt + 23 * HOUR)).toBe(false)
    expect(isExpired(text, save.savedAt + 24 * HOUR)).toBe(true)
    for (const damaged of [
      '', 'w1;x', '|123|w1', 'ABC|123|w1', ' abc|123|w1', `${'z'.repeat(12)}|1|w1`, 'x\nabc|123|w1',
    ]) expect(isExpired(damaged, save.savedAt)).toBe(false)
  })

  it('never makes a reader throw', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.string()), (text) => {
      decodeGuestSave(text, 0)
    }))
  })
})
