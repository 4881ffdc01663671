import { expect, it } from 'vitest'
import type { BoardCell, Progress } from '#shared/api/assignments'
import { forRoom } from '#shared/api/room-board'
import { watchedByRoom } from './room-watch'

const cell = (progress: Progress): BoardCell => ({ progress, points: null, max: null, isCatchingUp: false, hasSecondGo: false })
const board = (progress: Progress) => forRoom({
  assignments: [{ id: 'a1' }], trouble: { tried: [], isHeldUp: false }, letInUntil: null, pupils: [{ id: 'p1', name: 'Ali', joining: [], cells: [cell(progress)] }],
} as never as Parameters<typeof forRoom>[0] & { assignments: { id: string }[] })
/** What a room sees of one pupil, with the seconds at which each was asked. */
function watching(steps: readonly (readonly [number, Progress])[], chance = 0.5) {
  const calm = watchedByRoom(() => chance)
  return steps.map(([second, progress]) => calm(board(progress), second * 1000).pupils[0]?.cells[0]?.progress)
}

it('whoever is excused while the room looks seems to work for a while, as somebody does whose lesson arrives at once', () => {
  const excused = watching([[0, 'not-started'], [3, 'excused'], [60, 'excused'], [200, 'excused']])
  expect(excused).toEqual(['not-started', 'started', 'started', 'finished'])
  expect(watching([[0, 'not-started'], [3, 'finished'], [60, 'finished'], [200, 'finished']])).toEqual(excused)
})

it('a chip never goes back, whether an excuse ends or a second go begins', () => {
  expect(watching([[0, 'excused'], [3, 'not-started'], [9, 'started']])).toEqual(['finished', 'finished', 'finished'])
  expect(watching([[0, 'started'], [3, 'not-started']])).toEqual(['started', 'started'])
})

it('whoever works is shown as they are', () => {
  expect(watching([[0, 'not-started'], [3, 'started'], [6, 'started'], [9, 'finished']])).toEqual(['not-started', 'started', 'started', 'finished'])
})
