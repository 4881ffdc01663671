import { describe, expect, it } from 'vitest'
import { CHECK_KIND, EVENTS_KIND, readCheckAnswer, readEventsAnswer, readRefusal, readStateAnswer, STATE_KIND } from '#shared/api/events'

const answer = { kind: EVENTS_KIND, held: ['a'], refused: [{ id: 'b', reason: 'cap' }], state: 'w1' }
const strangers = [
  undefined, null, '', 'ok', 0, [], {}, { ok: true }, '<html>', { taken: ['a'] },
  { kind: 'another/events', held: [], refused: [], state: '' },
]

describe('what the server answers a device', () => {
  it('is read back as it was sent, with what a newer server says besides left out', () => {
    expect(readEventsAnswer(JSON.parse(JSON.stringify({ ...answer, more: 1 })))).toEqual(answer)
    expect(readCheckAnswer({ kind: CHECK_KIND, held: true })).toEqual({ kind: CHECK_KIND, held: true })
    expect(readCheckAnswer({ kind: CHECK_KIND, held: false, reason: 'unknown-check' })).toEqual({
      kind: CHECK_KIND,
      held: false,
      reason: 'unknown-check',
    })
    expect(readRefusal({
      statusCode: 409, data: { kind: EVENTS_KIND, reason: 'closed', closed: true },
    })).toEqual({ kind: EVENTS_KIND, reason: 'closed' })
  })

  it.each([
    ...strangers, { ...answer, held: 'a' }, { ...answer, held: [1] }, { ...answer, refused: ['b'] }, { ...answer, state: null },
    { kind: CHECK_KIND, held: false }, { kind: CHECK_KIND }, { data: {} }, { data: { kind: EVENTS_KIND } },
  ])('is nothing that somebody else might answer: %j', (data) => {
    expect([readEventsAnswer(data), readCheckAnswer(data), readRefusal(data)]).toEqual([null, null, null])
  })

  it('is the state of an attempt, or none', () => {
    expect(readStateAnswer({ kind: STATE_KIND, state: 'w1', more: 1 })).toBe('w1')
    for (const other of [
      ...strangers, { kind: STATE_KIND, state: null }, { kind: STATE_KIND }, { kind: EVENTS_KIND, state: 'w1' },
      [{ kind: STATE_KIND, state: 'w1' }],
    ]) {
      expect(readStateAnswer(other)).toBeNull()
    }
  })

  it('is a refusal of events or of a check, and of nothing else', () => {
    expect(readRefusal({ data: { kind: CHECK_KIND, reason: 'closed' } })).toEqual({ kind: CHECK_KIND, reason: 'closed' })
    for (const data of [{ kind: STATE_KIND, reason: 'closed' }, { reason: 'closed' }, { kind: EVENTS_KIND, reason: 1 }, null, 'closed']) {
      expect(readRefusal({ data })).toBeNull()
    }
  })

  it('is none where a list has something else in it, or the verdict is no verdict', () => {
    for (const wrong of [
      { held: ['a', 1] }, { held: undefined }, { refused: undefined }, { refused: [{ id: 'b' }] }, { refused: [{ id: 1, reason: 'cap' }] },
      { refused: [{ id: 'b', reason: 1 }] }, { refused: [null] }, { refused: [['b', 'cap']] }, { kind: CHECK_KIND },
    ]) expect(readEventsAnswer({ ...answer, ...wrong })).toBeNull()
    for (const wrong of [{ held: 'true' }, { held: 1 }, { held: false, reason: 1 }])
      expect(readCheckAnswer({ kind: CHECK_KIND, ...wrong })).toBeNull()
    expect(readCheckAnswer({ kind: EVENTS_KIND, held: true })).toBeNull()
  })
})
