// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { config } from '#activities/help-finder/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import HelpFinder from './HelpFinder.vue'

const activity = config.parse(parse(readFileSync('activities/help-finder/example.yml', 'utf8')))
const routesOf = (wrapper: ReturnType<typeof mount>) =>
  wrapper.findAll('[data-help-route]').map(route => route.attributes('data-help-route'))

it('always starts with an adult nearby and 999', () => {
  const wrapper = mount(HelpFinder, { props: { activity }, ...testHost() })
  expect(wrapper.get('.now').text()).toContain('another adult in this room')
  expect(wrapper.get('.now').text()).toContain('call 999')
  wrapper.unmount()
})

it('shows the routes of an outcome in its order, and leaves out those of other bands', () => {
  const wrapper = mount(HelpFinder, { props: { activity, answer: ['danger-no', 'about-person'] }, ...testHost() })
  expect(routesOf(wrapper)).toEqual(['school', 'childline'])
  expect(wrapper.get('[aria-live]').text()).toContain('Tell an adult')
  wrapper.unmount()
})

it('never ends without a route', () => {
  const only = { id: 'childline', name: 'Childline', what: 'Talk.', shownTo: ['9-11' as const], verified: true }
  const wrapper = mount(HelpFinder, { props: { activity, answer: ['danger-yes'] }, ...testHost({ help: [only] }) })
  expect(routesOf(wrapper)).toEqual(['childline'])
  wrapper.unmount()
})

it('goes on, back and to the start, with the focus on what comes now', async () => {
  const wrapper = mount(HelpFinder, { props: { activity, answer: ['danger-no'] }, ...testHost() })
  await wrapper.get('[data-option="about-feeling"]').trigger('click')
  await wrapper.get('[data-action="previous"]').trigger('click')
  await wrapper.get('[data-action="retry"]').trigger('click')
  expect(wrapper.emitted('answer')).toEqual([[['danger-no', 'about-feeling']], [[]], [[]]])
  expect(document.activeElement?.tagName).toBe('H2')
  wrapper.unmount()
})
