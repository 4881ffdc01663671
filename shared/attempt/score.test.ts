import fc from 'fast-check'
import { expect, it } from 'vitest'
import { betterScore, passes, percentage } from '#shared/attempt/score'

it.each([
  [{ points: 0, max: 10 }, 0],
  [{ points: 7, max: 10 }, 70],
  [{ points: 2, max: 3 }, 67],
  [{ points: 10, max: 10 }, 100],
  [{ points: 0, max: 0 }, 0],
])('%o is %i per cent', (score, percent) => {
  expect(percentage(score)).toBe(percent)
})

it('stays between 0 and 100 whatever it is given', () => {
  fc.assert(fc.property(fc.double(), fc.double(), (points, max) => {
    const percent = percentage({ points, max })
    return Number.isInteger(percent) && percent >= 0 && percent <= 100
  }))
})

it('does not round up to a pass', () => {
  expect(passes({ points: 139, max: 200 }, 70)).toBe(false)
  expect(passes({ points: 140, max: 200 }, 70)).toBe(true)
})

it('passes nothing where there is no pass mark', () => {
  expect(passes({ points: 10, max: 10 }, null)).toBe(false)
})

it('takes the better of two scores', () => {
  expect(betterScore({ points: 3, max: 4 }, { points: 7, max: 10 })).toEqual({ points: 3, max: 4 })
  expect(betterScore(null, { points: 0, max: 4 })).toEqual({ points: 0, max: 4 })
})
