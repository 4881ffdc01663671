import { describe, expect, it } from 'vitest'
import { CODE_SIGNS, isShortCode, isWholeCode, wholeCode } from './class-code'

describe('a class code', () => {
  it.each(['KT4R-8CM2', 'kt4r8cm2', ' kt4r 8cm2 ', 'KT4R-8CM2-and-more', 'KT4R-BCMZ'])('is the same when it is typed as %s', (typed) => {
    expect(wholeCode(typed)).toBe('KT4R-8CM2')
  })

  it('of an earlier release is read as it was, with the letters that new ones leave out', () => {
    expect(wholeCode('bzk 482')).toBe('BZK-482')
    expect(isShortCode('BZK-482')).toBe(true)
    expect(isShortCode('KT4R-8CM2')).toBe(false)
  })

  it('is whole with eight signs, or six', () => {
    expect(['', 'KT4R8', 'KT4R8C', 'KT4R8CM', 'KT4R8CM2'].map(isWholeCode)).toEqual([false, false, true, false, true])
  })

  it('has no sign twice, and none that is read for another', () => {
    expect(new Set(CODE_SIGNS).size).toBe(CODE_SIGNS.length)
    expect(CODE_SIGNS).not.toMatch(/[AEIOUBSZ01L]/)
  })
})
