import { expect, it } from 'vitest'
import { nextPause, savingPauses } from './retry'

it('waits twice as long after each try that fails, and never longer than a minute for what is to be saved', () => {
  const pauses = Array.from({ length: 6 }).reduce<number[]>(so => [...so, nextPause(so.at(-1) ?? 0, savingPauses)], [savingPauses.first])
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
})

it('takes the longest pause of whoever asks', () => {
  expect(nextPause(500, { first: 500, longest: 800 })).toBe(800)
})
