import { expect, it } from 'vitest'
import { config } from '#activities/order/schema'
import { score, shift } from '#activities/order/score'

const activity = config.parse({
  id: 'test', type: 'order', title: 'Test', question: 'What first?',
  steps: ['stop', 'keep', 'tell'].map(id => ({ id, text: id, feedback: 'Why.' })),
})

it('is done with every step in some place, whatever the place', () => {
  expect(score(activity, ['tell', 'stop', 'keep']).complete).toBe(true)
  expect(score(activity, ['tell', 'stop']).complete).toBe(false)
})

it('says for each place whether its step fits, or could go earlier or later', () => {
  const signs = (order: string[]) => order.map((_, place) => Math.sign(shift(activity, order, place)))
  expect(signs(['stop', 'keep', 'tell'])).toEqual([0, 0, 0])
  expect(signs(['tell', 'keep', 'stop'])).toEqual([1, 0, -1])
  expect(signs(['gone'])).toEqual([0])
})
