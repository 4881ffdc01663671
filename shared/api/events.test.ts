import { describe, expect, it } from 'vitest'
import { CHECK_KIND, EVENTS_KIND, readCheckAnswer, readEventsAnswer, readRefusal } from '#shared/api/events'

const answer = { kind: EVENTS_KIND, held: ['a'], refused: [{ id: 'b', reason: 'cap' }], state: 'w1' }
const strangers = [undefined, null, '', 'ok', 0, [], {}, { ok: true }, '<html>', { taken: ['a'] }, { kind: 'another/events', held: [], refused: [], state: '' }]

describe('what the server answers a device', () => {
  it('is read back as it was sent, with what a newer server says besides left out', () => {
    expect(readEventsAnswer(JSON.parse(JSON.stringify({ ...answer, more: 1 })))).toEqual(answer)
    expect(readCheckAnswer({ kind: CHECK_KIND, held: true })).toEqual({ kind: CHECK_KIND, held: true })
    expect(readCheckAnswer({ kind: CHECK_KIND, held: false, reason: 'unknown-check' })).toEqual({ kind: CHECK_KIND, held: false, reason: 'unknown-check' })
    expect(readRefusal({ statusCode: 409, data: { kind: EVENTS_KIND, reason: 'closed', closed: true } })).toEqual({ kind: EVENTS_KIND, reason: 'closed' })
  })

  it.each([...strangers, { ...answer, held: 'a' }, { ...answer, held: [1] }, { ...answer, refused: ['b'] }, { ...answer, state: null }, { kind: CHECK_KIND, held: false }, { kind: CHECK_KIND }, { data: {} }, { data: { kind: EVENTS_KIND } }])('is nothing that somebody else might answer: %j', (data) => {
    expect([readEventsAnswer(data), readCheckAnswer(data), readRefusal(data)]).toEqual([null, null, null])
  })
})
