import { expect, it } from 'vitest'
import { config } from '#activities/choice/schema'
import { score } from '#activities/choice/score'

const activity = config.parse({
  id: 'test', type: 'choice', title: 'Test', question: 'Which?',
  options: ['a', 'b'].map(id => ({ id, text: id, tone: 'unsure', feedback: 'Why.' })),
})

it('is done with any of its options, without points, and with nothing else', () => {
  for (const answer of ['a', 'b']) expect(score(activity, answer)).toEqual({ complete: true, score: null, ended: false })
  for (const answer of ['', 'gone', 'constructor']) expect(score(activity, answer).complete).toBe(false)
})
