import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tidyName, tidyText } from './tidy-text'

describe('typed text', () => {
  it.each([
    ['  Sam   B \n', 'Sam B'],
    ['Sam\r\nB', 'Sam B'],
    ['Ro\u0000be\u0007rt', 'Robert'],
    ['Sa\uFEFFm', 'Sam'],
    ['a \u200B b', 'a b'],
    ['\u202Etxt.exe', 'txt.exe'],
    ['\u2067Ali\u2069', 'Ali'],
    ['Zoe\u0308', 'Zoë'],
    ['Zoe\u200B\u0308', 'Zoë'],
    ['half \uD83D a face', 'half a face'],
    ['🦊 Fox', '🦊 Fox'],
    ['نیلوفر\u200Cجان', 'نیلوفر\u200Cجان'],
    ['\u3164', ''],
    ['\u200D', ''],
    ['\u0301', ''],
    ['Robert\'); DROP TABLE pupil;--', 'Robert\'); DROP TABLE pupil;--'],
  ])('%j is kept as the name %j', (typed, kept) => expect(tidyName(typed)).toBe(kept))

  it('keeps the lines of a longer text', () => {
    expect(tidyText(' Mrs Baptiste,\r\n  Room\t4 \u2028\u202Eor  the office\n')).toBe('Mrs Baptiste,\nRoom 4\nor the office')
  })

  it('is tidy once and for all, and holds nothing unseen', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const name = tidyName(typed)
      expect(tidyName(name)).toBe(name)
      expect(name).not.toMatch(/\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/u)
    }))
  })
})
