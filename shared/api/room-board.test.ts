import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BoardCell, Progress } from '#shared/api/assignments'
import { forRoom } from './room-board'

const cell = (progress: Progress): BoardCell => ({ progress, points: 3, max: 4, isCatchingUp: true, hasSecondGo: true })
const boardOf = (all: readonly Progress[]) => ({
  assignments: [{ id: 'lesson' }], trouble: { tried: [], isHeldUp: false }, letInUntil: null,
  pupils: all.map((progress, place) => ({ id: `pupil ${place}`, name: `Pupil ${place}`, cells: [cell(progress)] })),
})
const seen = (all: readonly Progress[]) => forRoom(boardOf(all)).pupils.map(({ cells }) => cells[0]?.progress)
const times = (count: number, progress: Progress) => Array.from({ length: count }, () => progress)

it('before anybody has begun, whoever is excused or not in the group looks like everybody', () => {
  expect(new Set(seen(['excused', ...times(20, 'not-started'), 'not-theirs']))).toEqual(new Set(['not-started']))
})

it('when half of the others are done, so are they; before, they are among them', () => {
  for (const out of ['excused', 'not-theirs'] as const) {
    const after = (done: number, started: number) =>
      seen([...times(8, out), ...times(done, 'finished'), ...times(started, 'started'), ...times(20 - done - started, 'not-started')]).slice(0, 8)
    expect(new Set(after(10, 0))).toEqual(new Set(['finished']))
    expect(new Set(after(0, 10))).toEqual(new Set(['started']))
    // Not all at once.
    expect(new Set(after(5, 5)).size).toBeGreaterThan(1)
  }
})

it('whatever a class is at, a chip of somebody who is left out is never ahead of all others, and goes on with them', () => {
  const states = ['not-started', 'started', 'finished'] as const
  fc.assert(fc.property(fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 30 }), fc.nat(29), (others, who) => {
    const all = (list: readonly Progress[]) => seen([...list, 'excused']).at(-1) ?? 'excused'
    const before = states.indexOf(all(others) as 'started')
    expect(before).toBeLessThanOrEqual(Math.max(...others.map(one => states.indexOf(one))))
    const next = others.map((one, place) => place === who % others.length ? states[Math.min(2, states.indexOf(one) + 1)] ?? one : one)
    expect(states.indexOf(all(next) as 'started')).toBeGreaterThanOrEqual(before)
    // Asked again, and made of what was made already, it is the same.
    expect(forRoom(forRoom(boardOf([...others, 'excused'])))).toEqual(forRoom(boardOf([...others, 'excused'])))
  }))
})

it('where nobody is left to be like, there is nothing left to do', () => {
  expect(seen(['excused', 'excused'])).toEqual(['finished', 'finished'])
})
