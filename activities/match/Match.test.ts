// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { config } from '#activities/match/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Match from './Match.vue'

const activity = config.parse({
  id: 'test', type: 'match', title: 'Test', question: 'Which?',
  pairs: [
    { id: 'secret', left: 'Tell nobody', right: 'A secret', feedback: 'You can tell.', nudge: 'Look at "nobody".' },
    { id: 'gift', left: 'You owe me', right: 'A price', feedback: 'You owe nothing.', nudge: 'Look at "owe".' },
  ],
})

it('joins two that belong together, and says why', async () => {
  const wrapper = mount(Match, { props: { activity }, ...testHost() })
  await wrapper.get('[data-left="gift"]').trigger('click')
  expect(wrapper.findAll('[aria-live]')[0]?.text()).toContain('You owe me')
  await wrapper.get('[data-right="gift"]').trigger('click')
  expect(wrapper.emitted('answer')).toEqual([[['gift']]])
  expect(wrapper.get('[data-feedback]').text()).toContain('You owe nothing.')
  await wrapper.setProps({ answer: ['gift'] })
  expect(wrapper.find('[data-left="gift"]').exists()).toBe(false)
  expect(wrapper.get('li').text()).toContain('A price')
  wrapper.unmount()
})

it('gives a hint for what does not go together, loses nothing, and marks what was tried', async () => {
  const wrapper = mount(Match, { props: { activity, answer: [] }, ...testHost() })
  await wrapper.get('[data-left="secret"]').trigger('click')
  await wrapper.get('[data-right="gift"]').trigger('click')
  expect(wrapper.emitted('answer')).toBeUndefined()
  expect(wrapper.get('[data-feedback]').text()).toContain('Look at "nobody".')
  expect(wrapper.get('[data-left="secret"]').attributes('aria-pressed')).toBe('true')
  expect(wrapper.get('[data-right="gift"]').text()).toContain('tried')
  await wrapper.get('[data-left="gift"]').trigger('click')
  expect(wrapper.get('[data-left="gift"]').attributes('aria-pressed')).toBe('true')
  wrapper.unmount()
})

it('can be started over', async () => {
  const wrapper = mount(Match, { props: { activity, answer: ['gift', 'secret'] }, ...testHost() })
  await wrapper.get('[data-action="retry"]').trigger('click')
  expect(wrapper.emitted('answer')).toEqual([[[]]])
  wrapper.unmount()
})
