import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aYearOn, isLastYear, yearIn } from './class-year'

describe('the year of a class', () => {
  it.each([
    ['5 Hazel', 5, '6 Hazel'], ['5H', 5, '6H'], ['10x/Ma1', 10, '11x/Ma1'], ['07RE', 7, '08RE'], ['9B', 9, '10B'], ['09B', 9, '10B'],
    ['Year 6', 6, 'Year 7'], ['Yr5 Oak', 5, 'Yr6 Oak'], ['Y10 blue', 10, 'Y11 blue'], ['Blwyddyn 5', 5, 'Blwyddyn 6'],
    ['Class 5B', 5, 'Class 6B'], ['Form 7A', 7, 'Form 8A'], ['Hazel (Year 3)', 3, 'Hazel (Year 4)'], ['P5', 5, 'P6'], ['P7 B', 7, 'S1 B'],
    ['S1 red', 8, 'S2 red'], ['Reception Oak', 0, 'Year 1 Oak'], ['5 Rowan 2', 5, '6 Rowan 2'],
    ['5A 2026/27', 5, '6A 2027/28'], ['Year 9 (2029–2030)', 9, 'Year 10 (2030–2031)'], ['Reception 2026-27', 0, 'Year 1 2027-28'],
  ])('is read from "%s"', (name, year, next) => {
    expect([yearIn(name), aYearOn(name)]).toEqual([year, next])
  })

  it.each([
    'Wednesday group', 'Hazel', '5/6 Oak', 'Years 3 and 4', 'Y3-Y4', '3rd Hill Brownies', '2021 intake', '24 hour club', 'Class 3', 'Set 1',
    'Ms Poppy 5 a day',
  ])('is not guessed from "%s"', (name) => {
    expect([yearIn(name), aYearOn(name)]).toEqual([null, name])
  })

  it('moves on by one with its name, whatever the name', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 13 }), fc.constantFrom('%d Hazel', '%dB', 'Year %d', 'Y%d/Ma', 'Hazel (Yr %d)'), (year, form) => {
      const name = form.replace('%d', String(year))
      expect(yearIn(aYearOn(name))).toBe((yearIn(name) ?? -9) + 1)
    }))
  })

  it('is the last where the school has nothing above it', () => {
    expect(isLastYear('england', 6, [3, 4, 5, 6])).toBe(true)
    expect(isLastYear('england', 6, [5, 6, 7])).toBe(false)
    expect(isLastYear('england', 11, [7, 11, null])).toBe(true)
    expect(isLastYear('england', 13, [13])).toBe(true)
    expect(isLastYear('scotland', 6, [6])).toBe(false)
    expect(isLastYear('scotland', 7, [6, 7])).toBe(true)
    expect(isLastYear('northern-ireland', 13, [13])).toBe(false)
  })
})
