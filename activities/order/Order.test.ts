// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { config } from '#activities/order/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Order from './Order.vue'

const activity = config.parse({
  id: 'test', type: 'order', title: 'Test', question: 'What first?',
  steps: [
    { id: 'stop', text: 'Stop', feedback: 'It gives time.' },
    { id: 'keep', text: 'Keep', feedback: 'It shows what was said.' },
    { id: 'tell', text: 'Tell', feedback: 'They can help.' },
  ],
})
const orderOf = (wrapper: ReturnType<typeof mount>) => wrapper.findAll('[data-card]').map(card => card.attributes('data-card'))

it('moves a card by its buttons, says where it is now, and keeps the focus on it', async () => {
  const wrapper = mount(Order, { props: { activity }, ...testHost() })
  const [first = ''] = orderOf(wrapper)
  await wrapper.get(`[data-card="${first}"] .down`).trigger('click')
  await flushPromises()
  expect(orderOf(wrapper)[1]).toBe(first)
  expect(wrapper.get('.visually-hidden[aria-live]').text()).toMatch(/^Second of three: /)
  await wrapper.get(`[data-card="${first}"] .down`).trigger('click')
  await flushPromises()
  expect(document.activeElement).toBe(wrapper.get(`[data-card="${first}"] .up`).element)
  wrapper.unmount()
})

it('says of each step whether it fits and why, and gives the order that was made', async () => {
  const wrapper = mount(Order, { props: { activity, answer: ['stop', 'tell', 'keep'] }, ...testHost() })
  const words = (selector: string) => wrapper.findAll(selector).map(found => found.text().replace(/\s+/g, ' '))
  expect(words('.fit')).toEqual(['Fits here', 'Could go later', 'Could go earlier'])
  expect(wrapper.get('[data-feedback]').text()).toContain('Some steps could go somewhere else.')
  await wrapper.get('[data-card="keep"] .hold').trigger('click')
  expect(wrapper.get('[aria-live] [data-feedback]').text()).toBe('KeepIt shows what was said.')
  expect(wrapper.get('[data-feedback]').text()).not.toMatch(/wrong|\d/i)
  await wrapper.get('[data-action="retry"]').trigger('click')
  await wrapper.get('[data-card="tell"] .down').trigger('click')
  await wrapper.get('[data-action="check"]').trigger('click')
  expect(wrapper.emitted('answer')).toEqual([[['stop', 'keep', 'tell']]])
  wrapper.unmount()
})

it('begins mixed where the answer is of another list', () => {
  const wrapper = mount(Order, { props: { activity, answer: ['stop', 'gone'] }, ...testHost() })
  expect(orderOf(wrapper)).toHaveLength(3)
  expect(orderOf(wrapper)).not.toEqual(['stop', 'keep', 'tell'])
  wrapper.unmount()
})

it('is lifted by Space, moved by the arrow keys and put down again, and says each move', async () => {
  const wrapper = mount(Order, { props: { activity }, ...testHost() })
  const [first = ''] = orderOf(wrapper)
  const hold = () => wrapper.get(`[data-card="${first}"] .hold`)
  const said = () => wrapper.get('.visually-hidden[aria-live]').text()
  // Before it is lifted, the arrow keys scroll, as everywhere.
  await hold().trigger('keydown', { key: 'ArrowDown' })
  expect(orderOf(wrapper)[0]).toBe(first)
  await hold().trigger('click')
  expect(hold().attributes('aria-pressed')).toBe('true')
  expect(said()).toMatch(/^Lifted\. First of three\./)
  await hold().trigger('keydown', { key: 'ArrowDown' })
  await flushPromises()
  expect(orderOf(wrapper)[1]).toBe(first)
  expect(said()).toMatch(/^Second of three: /)
  expect(document.activeElement).toBe(hold().element)
  await hold().trigger('click')
  expect(said()).toBe('Put down. Second of three.')
  await hold().trigger('keydown', { key: 'ArrowDown' })
  expect(orderOf(wrapper)[1]).toBe(first)
  wrapper.unmount()
})
