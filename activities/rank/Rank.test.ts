// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { config } from '#activities/rank/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Rank from './Rank.vue'

const activity = config.parse({
  id: 'test', type: 'rank', title: 'Test', question: 'Which?', ends: { first: 'Most', last: 'Least' }, guidance: 'Many say so.',
  items: [{ id: 'photo', text: 'A photo', feedback: 'It can be copied.' }, { id: 'met', text: 'Met', feedback: 'Family can tell.' }],
})

it('takes any order, and says the same of each thing wherever it was put', async () => {
  for (const order of [['photo', 'met'], ['met', 'photo']]) {
    const wrapper = mount(Rank, { props: { activity, answer: order }, ...testHost() })
    expect(wrapper.get('[aria-live] [data-feedback]').text()).toContain('Many say so.')
    for (const { id, text, feedback } of activity.items) {
      await wrapper.get(`[data-card="${id}"] .hold`).trigger('click')
      expect(wrapper.get('[aria-live] [data-feedback]').text()).toBe(`${text}${feedback}`)
    }
    wrapper.unmount()
  }
})

it('gives the order once the pupil asks what others say', async () => {
  const wrapper = mount(Rank, { props: { activity }, ...testHost() })
  expect(wrapper.find('[data-feedback]').exists()).toBe(false)
  await wrapper.get('[data-card="photo"] .up').trigger('click')
  expect(wrapper.emitted('answer')).toBeUndefined()
  await wrapper.get('[data-action="check"]').trigger('click')
  expect(wrapper.emitted('answer')).toEqual([[['photo', 'met']]])
  wrapper.unmount()
})
