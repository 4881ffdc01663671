import { expect, it } from 'vitest'
import { config } from '#activities/choices/schema'
import { score } from '#activities/choices/score'

const activity = config.parse({
  id: 'test', type: 'choices', title: 'Test', question: 'Which?', summary: 'One is enough.',
  options: ['a', 'b'].map(id => ({ id, text: id, tone: 'unsure', feedback: 'Why.' })),
})

it('is done with any of the options, however many', () => {
  expect(score(activity, ['b']).complete).toBe(true)
  expect(score(activity, ['a', 'b']).complete).toBe(true)
  expect(score(activity, []).complete).toBe(false)
  expect(score(activity, ['gone']).complete).toBe(false)
})
