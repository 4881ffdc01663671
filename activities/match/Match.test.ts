// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { config } from '#activities/match/schema'
import { testHost } from '../../tests/support/player-host'
import Match from './Match.vue'

const activity = config.parse({
  id: 'test',
  type: 'match',
  title: 'Test',
  question: 'What could Sam do?',
  options: [
    { id: 'tell', text: 'Tell Dad', tone: 'thoughtful', feedback: 'Dad can help.' },
    { id: 'wait', text: 'Wait', tone: 'unsure', feedback: 'Asking is fine.' },
  ],
})

describe('match', () => {
  it('gives the option that was looked at, and says its feedback', async () => {
    const wrapper = mount(Match, { props: { activity }, ...testHost() })
    await wrapper.get('[data-option="tell"]').trigger('click')
    expect(wrapper.emitted('answer')).toEqual([[['tell']]])
    expect(wrapper.get('[aria-live]').text()).toContain('Dad can help.')
    wrapper.unmount()
  })
})
