import { expect, it } from 'vitest'
import { awaitsReview } from './awaits-review'

it('a lesson awaits review until a specialist in child protection has signed it, whoever else has', () => {
  expect(awaitsReview([])).toBe(true)
  expect(awaitsReview([{ role: 'PSHE teacher' }, { role: 'Safeguarding lead' }])).toBe(true)
  expect(awaitsReview([{ role: 'PSHE teacher' }, { role: 'Child-protection specialist' }])).toBe(false)
})
