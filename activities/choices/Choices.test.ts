// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { config } from '#activities/choices/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Choices from './Choices.vue'

const activity = config.parse({
  id: 'test', type: 'choices', title: 'Test', question: 'Which?', summary: 'One is enough.',
  options: [
    { id: 'secret', text: 'A secret', tone: 'thoughtful', feedback: 'Secrets are a clue.' },
    { id: 'gift', text: 'A gift', tone: 'thoughtful', feedback: 'A price is a clue.' },
    { id: 'game', text: 'Good game', tone: 'unsure', feedback: 'It is about the game.' },
  ],
})

it('gives what is picked, only once it is checked', async () => {
  const wrapper = mount(Choices, { props: { activity }, ...testHost() })
  expect(wrapper.get('[data-action="check"]').attributes('aria-disabled')).toBe('true')
  for (const id of ['secret', 'game']) await wrapper.get(`[data-option="${id}"] input`).setValue(true)
  await wrapper.get('[data-option="game"] input').setValue(false)
  expect(wrapper.emitted('answer')).toBeUndefined()
  await wrapper.get('[data-action="check"]').trigger('click')
  expect(wrapper.emitted('answer')).toEqual([[['secret']]])
  wrapper.unmount()
})

it('says something about each one picked, shows thoughtful ones that were left, and counts nothing', () => {
  const wrapper = mount(Choices, { props: { activity, answer: ['game', 'secret'] }, ...testHost() })
  const said = wrapper.get('[aria-live]').text()
  for (const words of [
    'One is enough.',
    'Secrets are a clue.',
    'It is about the game.',
    'You could also think about',
    'A price is a clue.',
  ])
    expect(said).toContain(words)
  expect(said).not.toMatch(/\d|wrong|miss/i)
  wrapper.unmount()
})

it('opens again with the same ticks', async () => {
  const wrapper = mount(Choices, { props: { activity, answer: ['gift'] }, ...testHost() })
  await wrapper.get('[data-action="retry"]').trigger('click')
  expect(wrapper.get('[aria-live]').text()).toBe('')
  await wrapper.get('[data-option="game"] input').setValue(true)
  await wrapper.get('[data-action="check"]').trigger('click')
  expect(wrapper.emitted('answer')).toEqual([[['gift', 'game']]])
  wrapper.unmount()
})
