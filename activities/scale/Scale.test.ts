// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { config, type ScaleConfig } from '#activities/scale/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Scale from './Scale.vue'

const activity = (mode: ScaleConfig['mode']) =>
  config.parse({
    id: 'test',
    type: 'scale',
    mode,
    title: 'Test',
    question: 'How easy?',
    guidance: 'People differ.',
    steps: [
      { id: 'hard', text: 'Hard', feedback: 'It can be.' },
      { id: 'some', text: 'A bit', feedback: 'Many say so.' },
      { id: 'easy', text: 'Easy', feedback: 'Good to have.' },
    ],
  })

it('starts unset, and says the step in words as the slider moves', async () => {
  const wrapper = mount(Scale, { props: { activity: activity('slider') }, ...testHost() })
  const slider = wrapper.get<HTMLInputElement>('input[type="range"]')
  expect(slider.attributes('aria-valuetext')).toBe('Not set yet')
  expect(wrapper.get('[data-action="check"]').attributes('aria-disabled')).toBe('true')
  await slider.setValue('2')
  expect(slider.attributes('aria-valuetext')).toBe('Easy')
  expect(wrapper.get('.visually-hidden[aria-live]').text()).toBe('Easy')
  await wrapper.get('[data-action="check"]').trigger('click')
  expect(wrapper.emitted('answer')).toEqual([['easy']])
  wrapper.unmount()
})

it('takes a step below the slider at one press', async () => {
  const wrapper = mount(Scale, { props: { activity: activity('slider') }, ...testHost() })
  await wrapper.get('[data-option="hard"]').trigger('click')
  expect(wrapper.get<HTMLInputElement>('input').element.value).toBe('0')
  expect(wrapper.emitted('answer')).toEqual([['hard']])
  wrapper.unmount()
})

it.each(['slider', 'poll'] as const)('as %s says a kind word for the step, and the same guidance to everybody', (mode) => {
  for (const { id, feedback } of activity(mode).steps) {
    const wrapper = mount(Scale, { props: { activity: activity(mode), answer: id }, ...testHost() })
    expect(wrapper.get('[data-feedback]').text()).toContain(feedback)
    expect(wrapper.get('[data-feedback]').text()).toContain('People differ.')
    wrapper.unmount()
  }
})
