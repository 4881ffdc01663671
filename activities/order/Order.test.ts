// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
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
  expect(orderOf(wrapper)[1]).toBe(first)
  expect(wrapper.get('.visually-hidden[aria-live]').text()).toMatch(/ is now 2 of 3$/)
  await wrapper.get(`[data-card="${first}"] .down`).trigger('click')
  expect(document.activeElement).toBe(wrapper.get(`[data-card="${first}"] .up`).element)
  wrapper.unmount()
})

it('says of each step whether it fits and why, and gives the order that was made', async () => {
  const wrapper = mount(Order, { props: { activity, answer: ['stop', 'tell', 'keep'] }, ...testHost() })
  expect(wrapper.findAll('.note').map(note => note.text().replace(/\s+/g, ' '))).toEqual([
    'Fits here It gives time.',
    'Could go later They can help.',
    'Could go earlier It shows what was said.',
  ])
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
