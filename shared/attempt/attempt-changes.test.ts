import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newAttempt } from '#shared/attempt/attempt'
import { changesBetween, readEvent, type AttemptChange } from '#shared/attempt/attempt-changes'
import { ID_LIMIT, PACKED_LIMIT } from '#shared/attempt/suspend-data'
import { eventsOf, outline as anyOutline, play, played } from '../../tests/support/lessons/arbitraries'

const changes: AttemptChange[] = [
  { kind: 'arrived', screen: 'chat' },
  { kind: 'arrived', screen: 'chat', from: 'opening' },
  { kind: 'marked', screen: 'chat', mark: 'seen' },
  { kind: 'marked', screen: 'chat', mark: 'skipped' },
  { kind: 'marked', screen: 'chat', mark: 'done' },
  { kind: 'answered', screen: 'quiz', packed: 'a.1.0~one*tell' },
  { kind: 'finished' },
]
const read = (change: unknown, id: unknown = 'a-1') => readEvent({ id, change })

describe('an event that a device kept or sent', () => {
  it.each(changes)('is read back as it was written: %j', (change) => {
    expect(readEvent(JSON.parse(JSON.stringify({ id: 'aB_9-', change })))).toEqual({ id: 'aB_9-', change })
  })

  it('is read without what another release, or somebody else, has put beside it', () => {
    expect(readEvent({
      id: 'a', change: { kind: 'finished', screen: 'chat' }, score: 10,
    })).toEqual({ id: 'a', change: { kind: 'finished' } })
    expect(read({
      kind: 'marked', screen: 'chat', mark: 'seen', packed: 'x', from: 'opening',
    })?.change).toEqual({ kind: 'marked', screen: 'chat', mark: 'seen' })
    // Where the device stood before only helps: what cannot be read of it does not lose the arrival.
    for (const from of ['', 5, 'x'.repeat(ID_LIMIT + 1)])
      expect(read({ kind: 'arrived', screen: 'chat', from })?.change).toEqual({ kind: 'arrived', screen: 'chat' })
  })

  it.each([
    undefined, null, 'finished', 5, [], {}, { id: 'a' }, { change: { kind: 'finished' } },
    { id: 'a', change: null }, { id: 'a', change: 'finished' }, { id: 'a', change: {} }, { id: 'a', change: { kind: 'passed' } },
  ])('is none where it has not its shape: %j', (data) => {
    expect(readEvent(data)).toBeNull()
  })

  it.each([
    ['arrived', {}], ['marked', { mark: 'seen' }], ['answered', { packed: 'x' }],
  ])('is none where it was "%s" on no screen', (kind, more) => {
    for (const screen of [
      {}, { screen: '' }, { screen: 5 }, { screen: null }, { screen: 'x'.repeat(ID_LIMIT + 1) },
    ]) expect(read({ kind, ...more, ...screen })).toBeNull()
    expect(read({ kind, ...more, screen: 'x'.repeat(ID_LIMIT) })).not.toBeNull()
  })

  it('is none with a mark or an answer that no release writes', () => {
    for (const mark of [
      undefined, null, '', 'passed', ['seen'], { toString: 1, valueOf: 1 },
    ]) expect(read({ kind: 'marked', screen: 'chat', mark })).toBeNull()
    for (const packed of [undefined, null, '', 5, 'x'.repeat(PACKED_LIMIT + 1)])
      expect(read({ kind: 'answered', screen: 'quiz', packed })).toBeNull()
    expect(read({ kind: 'marked', screen: 'chat' })).toBeNull()
    expect(read({ kind: 'answered', screen: 'quiz' })).toBeNull()
    expect(read({ kind: 'answered', screen: 'quiz', packed: 'x'.repeat(PACKED_LIMIT) })).not.toBeNull()
    expect(read({ kind: 'skipped', screen: 'chat', mark: 'seen', packed: 'x' })).toBeNull()
  })

  it('has an id that every database takes: 1 to 64 letters, digits, hyphens and underscores', () => {
    for (const id of ['a', 'x'.repeat(64), '0-9_Z']) expect(read({ kind: 'finished' }, id)?.id).toBe(id)
    for (const id of [
      '', 'x'.repeat(65), ' a', 'a ', 'a\n', 'a.b', 'ä', '\u0000', 5, null, ['a'],
    ]) expect(read({ kind: 'finished' }, id)).toBeNull()
  })

  it('never makes a reader throw', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), (data, change) => {
      readEvent(data)
      expect(read(change, 'a')?.id ?? 'a').toBe('a')
    }))
  })
})

describe('what a device has to tell', () => {
  it('is nothing where nothing has changed', () => {
    fc.assert(fc.property(played, ({ attempt }) => {
      expect(changesBetween(attempt, attempt)).toEqual([])
    }))
  })

  it('is each mark, answer and move once, and the end once', () => {
    const before = {
      ...newAttempt({ lessonId: 'x', lessonVersion: 1, passMark: null, screens: [] }), screenId: 'chat',
      marks: { opening: 'done' as const, chat: 'seen' as const, old: 'seen' as const },
    }
    const after = {
      ...before, screenId: 'quiz', marks: { ...before.marks, chat: 'done' as const, constructor: 'seen' as const },
      answers: { quiz: 'b' }, finished: true,
    }
    expect(changesBetween({ ...before, answers: { quiz: 'a' } }, after)).toEqual([
      { kind: 'marked', screen: 'chat', mark: 'done' },
      { kind: 'marked', screen: 'constructor', mark: 'seen' },
      { kind: 'answered', screen: 'quiz', packed: 'b' },
      { kind: 'arrived', screen: 'quiz', from: 'chat' },
      { kind: 'finished' },
    ])
    expect(changesBetween({ ...after, answers: {} }, after)).toEqual([{ kind: 'answered', screen: 'quiz', packed: 'b' }])
    expect(changesBetween(after, { ...after, finished: false })).toEqual([])
  })

  it('is enough to get from one to the other', () => {
    fc.assert(
      fc.property(
        anyOutline.chain(outline => fc.tuple(fc.constant(outline), eventsOf(outline), eventsOf(outline))),
        ([outline, first, then]) => {
          const before = play(outline, first)
          const after = play(outline, [...first, ...then])
          const told = changesBetween(before, after)
          const marks = Object.fromEntries(told.flatMap(change => (change.kind === 'marked' ? [[change.screen, change.mark]] : [])))
          const answers = Object.fromEntries(told.flatMap(change => (change.kind === 'answered' ? [[change.screen, change.packed]] : [])))
          const arrived = told.find(change => change.kind === 'arrived')
          expect({
            marks: { ...before.marks, ...marks },
            answers: { ...before.answers, ...answers },
            screenId: arrived?.screen ?? before.screenId,
            finished: before.finished || told.some(({ kind }) => kind === 'finished'),
          }).toEqual({ marks: after.marks, answers: after.answers, screenId: after.screenId, finished: after.finished })
        },
      ),
    )
  })
})
