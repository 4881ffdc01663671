import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodePreferences, defaultPreferences, encodePreferences, preferenceValues, type Preferences } from '#shared/lesson/preferences'

const preferences = fc.record(Object.fromEntries(
  Object.entries(preferenceValues).map(([name, values]) => [name, fc.constantFrom(...values as readonly string[])]),
)) as unknown as fc.Arbitrary<Preferences>

it('gives back what was chosen', () => {
  fc.assert(fc.property(preferences, (chosen) => {
    expect(decodePreferences(encodePreferences(chosen))).toEqual(chosen)
  }))
})

it('falls back to the defaults on anything else, and never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.anything(), fc.string()), (text) => {
    const read = decodePreferences(text)
    expect(Object.keys(read)).toEqual(Object.keys(defaultPreferences))
    expect(Object.values(read).every(value => typeof value === 'string')).toBe(true)
  }))
})
