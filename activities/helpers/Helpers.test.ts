// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { config } from '#activities/helpers/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Helpers from './Helpers.vue'

const activity = config.parse({
  id: 'test',
  type: 'helpers',
  title: 'Test',
  question: 'Who?',
  nobody: 'That happens. Childline is there.',
  keepTelling: 'Tell another one.',
  kinds: [
    { id: 'school', label: 'School', text: 'A teacher.', says: 'Can we talk?' },
    { id: 'club', label: 'Club', text: 'A coach.' },
  ],
})

it('says who it could be and how to begin', async () => {
  const wrapper = mount(Helpers, { props: { activity }, ...testHost() })
  await wrapper.get('[data-option="school"]').trigger('click')
  expect(wrapper.get('[aria-live]').text()).toContain('A teacher.')
  expect(wrapper.get('[aria-live]').text()).toContain('Can we talk?')
  wrapper.unmount()
})

it('"nobody comes to mind" is an answer like the others', async () => {
  const wrapper = mount(Helpers, { props: { activity }, ...testHost() })
  const last = wrapper.findAll('[data-option]').at(-1)
  expect(last?.text()).toBe('Nobody comes to mind')
  await last?.trigger('click')
  expect(wrapper.get('[aria-live]').text()).toContain('Childline is there.')
  wrapper.unmount()
})

it('asks for nothing to be typed or ticked', () => {
  const wrapper = mount(Helpers, { props: { activity }, ...testHost() })
  expect(wrapper.findAll('input, textarea, select')).toHaveLength(0)
  expect(wrapper.text()).toContain('Keep the names in your head')
  wrapper.unmount()
})
