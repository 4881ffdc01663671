import { expect, it } from 'vitest'
import { config } from '#activities/match/schema'
import { score } from '#activities/match/score'

const activity = config.parse({
  id: 'test', type: 'match', title: 'Test', question: 'Which?',
  pairs: ['a', 'b'].map(id => ({ id, left: id, right: id, feedback: 'Yes.', nudge: 'Look.' })),
})

it('is done when every pair has been found', () => {
  expect(score(activity, ['b']).complete).toBe(false)
  expect(score(activity, ['b', 'a']).complete).toBe(true)
})
