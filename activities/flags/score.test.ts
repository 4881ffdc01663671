import { describe, expect, it } from 'vitest'
import { config } from '#activities/flags/schema'
import { score } from '#activities/flags/score'

const activity = config.parse({
  id: 'test',
  type: 'flags',
  title: 'Test',
  question: 'What could Sam do?',
  options: [
    { id: 'tell', text: 'Tell Dad', tone: 'thoughtful', feedback: 'Dad can help.' },
    { id: 'wait', text: 'Wait', tone: 'unsure', feedback: 'Asking is fine.' },
  ],
})

describe('the score of flags', () => {
  it('is complete when every option has been looked at', () => {
    expect(score(activity, ['wait', 'tell']).complete).toBe(true)
    expect(score(activity, ['tell']).complete).toBe(false)
  })
})
