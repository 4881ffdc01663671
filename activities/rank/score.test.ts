import { expect, it } from 'vitest'
import { config } from '#activities/rank/schema'
import { score } from '#activities/rank/score'

const activity = config.parse({
  id: 'test', type: 'rank', title: 'Test', question: 'Which?', ends: { first: 'Most', last: 'Least' }, guidance: 'Many say so.',
  items: ['photo', 'met'].map(id => ({ id, text: id, feedback: 'Think.' })),
})

it('is done with everything in some place', () => {
  expect(score(activity, ['met', 'photo']).complete).toBe(true)
  expect(score(activity, ['met']).complete).toBe(false)
})
