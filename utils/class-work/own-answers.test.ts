import { describe, expect, it } from 'vitest'
import { ownAnswers } from './own-answers'

function tab(text?: string) {
  const kept = new Map<string, string>(text === undefined ? [] : [['whos-there:own-answers', text]])
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
}
const MINUTE = 60_000

describe('what was chosen in this tab', () => {
  it('is there after a reload, for the same pupil in the same lesson, and for nobody else', () => {
    const storage = tab()
    ownAnswers(storage).keep('ana', 'a1', { quiz: '1.1.0~one*a' })
    expect(ownAnswers(storage).of('ana', 'a1')).toEqual({ quiz: '1.1.0~one*a' })
    expect(ownAnswers(storage).of('ben', 'a1')).toEqual({})
    expect(ownAnswers(storage).of('ana', 'a2')).toEqual({})
    ownAnswers(storage).keep('ben', 'a1', {})
    expect(ownAnswers(storage).of('ana', 'a1')).toEqual({})
  })

  it('counts for half an hour, whichever way the clock goes', () => {
    let now = 100 * MINUTE
    const own = ownAnswers(tab(), () => now)
    own.keep('ana', 'a1', { quiz: 'x' })
    for (const [later, kept] of [[29, true], [31, false], [-31, false]] as const) {
      now = (100 + later) * MINUTE
      expect(Object.keys(own.of('ana', 'a1')).length > 0).toBe(kept)
    }
  })

  it('is nothing where the browser gives no storage, or it holds something else', () => {
    ownAnswers(undefined).keep('ana', 'a1', { quiz: 'x' })
    expect(ownAnswers(undefined).of('ana', 'a1')).toEqual({})
    for (const text of [
      '',
      'null',
      '[]',
      '{"pupilId":"ana","assignmentId":"a1","at":"now","answers":{}}',
      `{"pupilId":"ana","assignmentId":"a1","at":${Date.now()},"answers":null}`,
    ])
      expect(ownAnswers(tab(text)).of('ana', 'a1')).toEqual({})
    const isFull = () => {
      throw new Error('full')
    }
    const full = { getItem: () => null, setItem: isFull }
    ownAnswers(full).keep('ana', 'a1', { quiz: 'x' })
  })
})
