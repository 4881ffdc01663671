// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { config } from '#activities/hotspots/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Hotspots from './Hotspots.vue'

const activity = config.parse({
  id: 'test', type: 'hotspots', title: 'Test', view: { picture: { id: 'bedroom-desk', alt: 'A desk.' } }, question: 'What?',
  spots: [
    { id: 'badge', label: 'The badge', x: 20, y: 20, tone: 'thoughtful', feedback: 'It shows a school.' },
    { id: 'cup', label: 'The cup', x: 70, y: 20, tone: 'unsure', feedback: 'Just a cup.' },
  ],
})

it('says what there is to think about a spot, from the list as well as from the picture', async () => {
  const wrapper = mount(Hotspots, { props: { activity }, ...testHost() })
  await wrapper.get('[data-option="badge"]').trigger('click')
  expect(wrapper.get('[aria-live]').text()).toContain('The badge')
  expect(wrapper.get('[aria-live]').text()).toContain('It shows a school.')
  await wrapper.findAll('.spot')[1]?.trigger('click')
  expect(wrapper.get('[aria-live]').text()).toContain('Just a cup.')
  expect(wrapper.emitted('answer')).toEqual([[['badge']], [['cup']]])
  wrapper.unmount()
})

it('the numbers on the picture are no second way round for keyboard and screen reader', () => {
  const wrapper = mount(Hotspots, { props: { activity }, ...testHost() })
  expect(wrapper.findAll('.spot').every(spot => spot.attributes('aria-hidden') === 'true' && spot.attributes('tabindex') === '-1')).toBe(
    true,
  )
  expect(wrapper.findAll('[data-option]')).toHaveLength(activity.spots.length)
  wrapper.unmount()
})
