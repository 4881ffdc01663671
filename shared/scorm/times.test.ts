import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interval2004, timespan12 } from '#shared/scorm/times'

describe('the length of a session', () => {
  it.each([
    [0, '0000:00:00', 'PT0S'],
    [59.9, '0000:00:59', 'PT59S'],
    [60, '0000:01:00', 'PT1M'],
    [754, '0000:12:34', 'PT12M34S'],
    [3600, '0001:00:00', 'PT1H'],
    [90_061, '0025:01:01', 'PT25H1M1S'],
    [-5, '0000:00:00', 'PT0S'],
    [Number.NaN, '0000:00:00', 'PT0S'],
    [Number.POSITIVE_INFINITY, '9999:59:59', 'PT9999H59M59S'],
  ])('%d seconds are %s in SCORM 1.2 and %s in 2004', (seconds, in12, in2004) => {
    expect(timespan12(seconds)).toBe(in12)
    expect(interval2004(seconds)).toBe(in2004)
  })

  it('is always in the formats of the standards', () => {
    fc.assert(fc.property(fc.double(), (seconds) => {
      expect(timespan12(seconds)).toMatch(/^\d{4}:[0-5]\d:[0-5]\d$/)
      expect(interval2004(seconds)).toMatch(/^PT(?=\d)(\d+H)?([1-5]?\dM)?([1-5]?\dS)?$/)
    }))
  })
})
