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
      // A quiz, and a check each way.
      answers: { [ids[0] ?? '']: 'x'.repeat(PACKED_LIMIT), [ids[1] ?? '']: '5', [ids[2] ?? '']: '5' },
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

  it('refuses what no lesson could have written, though nothing of it is damaged', () => {
    const outline = {
      lessonId: 'lying-online-9-11', lessonVersion: 1, passMark: 70,
      screens: [
        { id: 'chat', records: 'completion' as const, graded: false, doneOnArrival: false },
        { id: 'quiz', records: 'answer' as const, graded: true, doneOnArrival: false },
      ],
    }
    const good: Attempt = { ...newAttempt(outline), answers: { quiz: 'a.1.0~x*y' }, score: { points: 3, max: 3 } }
    const kindOf = (changes: Partial<Attempt>, extras = {}) => decodeAttempt(outline, encodeAttempt({ ...good, ...changes }, extras)).kind
    expect(kindOf({})).toBe('attempt')
    for (const wrong of [
      { screenId: 'gone' },
      { screenId: '' },
      { marks: { gone: 'done' } },
      { marks: { chat: 'passed' } },
      { marks: { '': 'done' } },
      { answers: { chat: 'a' } },
      { answers: { gone: 'a' } },
      { answers: { quiz: '' } },
      { answers: { quiz: 'a b' } },
      { answers: { quiz: 'a=b' } },
      { score: { points: 4, max: 3 } },
      { score: { points: 0, max: 0 } },
      { score: { points: 1.5, max: 3 } },
      { score: { points: -1, max: 3 } },
      { score: { points: 1, max: 1000 } },
      { score: { points: 1000, max: 1000 } },
      { lessonId: 'lying-online-9-11;1' },
      { screenId: 'chat;quiz' },
    ] as readonly object[])
      expect({ wrong, kind: kindOf(wrong) }).toEqual({ wrong, kind: 'unreadable' })
    for (const saves of [-1, 1.5, 1e9, Number.NaN]) expect(kindOf({}, { saves })).toBe('unreadable')
    expect(kindOf({}, { saves: 999_999_999 })).toBe('attempt')
    expect(kindOf({}, { preferences: '0;0' })).toBe('unreadable')
  })

  it('is no save where there is none, and none that is longer than an LMS holds', () => {
    fc.assert(fc.property(anyOutline, (outline) => {
      for (const nothing of [undefined, null, '']) expect(decodeAttempt(outline, nothing)).toEqual({ kind: 'empty' })
      const long = encodeAttempt(newAttempt(outline), { preferences: '0'.repeat(SUSPEND_DATA_LIMIT) })
      expect(decodeAttempt(outline, long)).toEqual({ kind: 'unreadable' })
    }), { numRuns: 5 })
  })

  it('counts no saves and has no preferences where none are said', () => {
    fc.assert(fc.property(played, ({ outline, attempt }) => {
      expect(decodeAttempt(outline, encodeAttempt(attempt))).toEqual({ kind: 'attempt', attempt, preferences: '', saves: 0 })
    }), { numRuns: 20 })
  })

  it('does not take a save of another lesson for its own', () => {
    fc.assert(fc.property(anyOutline, (outline) => {
      const other = encodeAttempt(newAttempt({ ...outline, lessonId: 'speak-up-9-11' }))
      expect(decodeAttempt(outline, other).kind).toBe('unreadable')
    }))
  })

  it('says when the lesson has changed since, and whether it was finished', () => {
    fc.assert(fc.property(anyOutline, fc.boolean(), (outline, finished) => {
      const older = { ...newAttempt({ ...outline, lessonVersion: outline.lessonVersion + 1 }), finished }
      expect(decodeAttempt(outline, encodeAttempt(older, { preferences: '10000' })))
        .toEqual({ kind: 'updated', preferences: '10000', hadFinished: finished })
    }))
  })
})
