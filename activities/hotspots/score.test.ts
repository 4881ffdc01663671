import { describe, expect, it } from 'vitest'
import { config } from '#activities/hotspots/schema'
import { score } from '#activities/hotspots/score'

const activity = config.parse({
  id: 'test',
  type: 'hotspots',
  title: 'Test',
  question: 'What could Sam do?',
  options: [
    { id: 'tell', text: 'Tell Dad', tone: 'thoughtful', feedback: 'Dad can help.' },
    { id: 'wait', text: 'Wait', tone: 'unsure', feedback: 'Asking is fine.' },
  ],
})

describe('the score of hotspots', () => {
  it('is complete when every option has been looked at', () => {
    expect(score(activity, ['wait', 'tell']).complete).toBe(true)
    expect(score(activity, ['tell']).complete).toBe(false)
  })
})
