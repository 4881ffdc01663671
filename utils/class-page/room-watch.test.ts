import { expect, it } from 'vitest'
import type { BoardCell, Progress } from '#shared/api/assignments'
import { forRoom } from '#shared/api/room-board'
import { watchedByRoom } from './room-watch'

const cell = (progress: Progress): BoardCell => ({ progress, points: null, max: null, isCatchingUp: false, hasSecondGo: false })
const board = (progress: Progress) => forRoom({
  assignments: [{ id: 'a1' }], trouble: { tried: [], isHeldUp: false }, letInUntil: null, pupils: [{ id: 'p1', name: 'Ali', joining: [], cells: [cell(progress)] }],
} as never as Parameters<typeof forRoom>[0] & { assignments: { id: string }[] })
function tab() {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) }
}
/** What a room sees of one pupil, with the seconds at which each was asked. */
function watching(steps: readonly (readonly [number, Progress])[], chance = 0.5, memory = tab()) {
  const calm = watchedByRoom('room', memory, () => chance)
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

it('a page that is loaded anew goes on with what the room was shown', () => {
  const memory = tab()
  expect(watching([[0, 'not-started'], [3, 'excused']], 0.5, memory)).toEqual(['not-started', 'started'])
  expect(watching([[9, 'excused'], [200, 'excused']], 0.5, memory)).toEqual(['started', 'finished'])
  memory.setItem('room', 'what another release kept')
  expect(watching([[300, 'excused']], 0.5, memory)).toEqual(['finished'])
})

it('whoever works is shown as they are', () => {
  expect(watching([[0, 'not-started'], [3, 'started'], [6, 'started'], [9, 'finished']])).toEqual(['not-started', 'started', 'started', 'finished'])
})
