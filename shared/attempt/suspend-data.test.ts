import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newAttempt, type Attempt } from '#shared/attempt/attempt'
import { decodeAttempt, encodeAttempt, ID_LIMIT, PACKED_LIMIT, SCREEN_LIMIT, SUSPEND_DATA_LIMIT } from '#shared/attempt/suspend-data'
import { outline as anyOutline, played } from '../../tests/support/lessons/arbitraries'

describe('suspend data', () => {
  it('gives back every state a pupil can reach', () => {
    fc.assert(fc.property(played, fc.stringMatching(/^[0-9]{0,5}$/), fc.nat(99_999), ({ outline, attempt }, preferences, saves) => {
      const text = encodeAttempt(attempt, { preferences, saves })
      expect(decodeAttempt(outline, text)).toEqual({ kind: 'attempt', attempt, preferences, saves })
    }))
  })

  it('stays under 4,000 characters for the largest lesson at its worst', () => {
    const ids = Array.from({ length: SCREEN_LIMIT }, (_, index) => `${index}`.padStart(ID_LIMIT, 'x'))
    const worst: Attempt = {
      lessonId: 'meeting-strangers-14-16'.padEnd(ID_LIMIT, 'x'),
      lessonVersion: 9999,
      screenId: ids[0] ?? '',
      marks: Object.fromEntries(ids.map(id => [id, 'done'])),
      answers: { [ids[0] ?? '']: 'x'.repeat(PACKED_LIMIT) },
      score: { points: 100, max: 100 },
      ended: true,
      finished: true,
    }
    expect(encodeAttempt(worst, { preferences: '00000', saves: 999_999_999 }).length).toBeLessThan(SUSPEND_DATA_LIMIT)
  })

  it('uses only characters that LMSs carry unchanged', () => {
    fc.assert(fc.property(played, ({ attempt }) => {
      expect(encodeAttempt(attempt)).toMatch(/^[A-Za-z0-9_.~=,;/*-]*$/)
    }))
  })

  it('treats whatever else it is given as no save, and never throws', () => {
    const anything = fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }).map(text => `w1;${text}`))
    fc.assert(fc.property(anyOutline, anything, (outline, text) => {
      expect(['empty', 'unreadable']).toContain(decodeAttempt(outline, text).kind)
    }))
  })

  it('notices when the end was cut off or a character changed', () => {
    fc.assert(fc.property(played, fc.nat(), fc.constantFrom('x', ';', '0'), ({ outline, attempt }, at, other) => {
      const text = encodeAttempt(attempt)
      const cut = text.slice(0, at % text.length)
      if (cut !== '') expect(decodeAttempt(outline, cut).kind).toBe('unreadable')
      const changed = text.slice(0, at % text.length) + other + text.slice(at % text.length + 1)
      if (changed !== text) expect(decodeAttempt(outline, changed).kind).toBe('unreadable')
    }))
  })

  it('does not take a save of another lesson for its own', () => {
    fc.assert(fc.property(anyOutline, (outline) => {
      const other = encodeAttempt(newAttempt({ ...outline, lessonId: 'speak-up-9-11' }))
      expect(decodeAttempt(outline, other).kind).toBe('unreadable')
    }))
  })

  it('says when the lesson has changed since', () => {
    fc.assert(fc.property(anyOutline, (outline) => {
      const older = encodeAttempt(newAttempt({ ...outline, lessonVersion: outline.lessonVersion + 1 }), { preferences: '10000' })
      expect(decodeAttempt(outline, older)).toEqual({ kind: 'updated', preferences: '10000' })
    }))
  })
})
