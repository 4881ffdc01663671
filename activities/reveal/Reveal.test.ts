// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { config, type RevealConfig } from '#activities/reveal/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Reveal from './Reveal.vue'

const activity = (mode: RevealConfig['mode']) =>
  config.parse({
    id: 'test',
    type: 'reveal',
    title: 'Test',
    mode,
    items: [
      { id: 'age', label: 'Age', text: ['Anyone can type a number.'] },
      { id: 'picture', label: 'Picture', text: ['It can be copied.'] },
    ],
  })
const mounted = (mode: RevealConfig['mode'], answer: string[] = []) =>
  mount(Reveal, { props: { activity: activity(mode), answer }, ...testHost() })

describe.each(['accordion', 'cards'] as const)('reveal as %s', (mode) => {
  it('has the first open, counts it once the pupil turns to another, and says how many have been seen', async () => {
    const wrapper = mounted(mode)
    expect(wrapper.get('[data-option="age"]').attributes('aria-expanded')).toBe('true')
    expect(wrapper.get('[data-feedback]').text()).toBe('AgeAnyone can type a number.')
    expect(wrapper.get('[aria-live]').text()).toBe('1 of 2 looked at')
    await wrapper.get('[data-option="picture"]').trigger('click')
    expect(wrapper.emitted('answer')).toEqual([[['age', 'picture']]])
    expect(wrapper.get('[data-feedback]').text()).toBe('PictureIt can be copied.')
    wrapper.unmount()
  })

  it('opens a text and closes it again', async () => {
    const wrapper = mounted(mode, ['age'])
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
    const opener = wrapper.get('[data-option="picture"]')
    await opener.trigger('click')
    expect(opener.attributes('aria-expanded')).toBe('true')
    await wrapper.setProps({ answer: ['age', 'picture'] })
    expect(opener.attributes('data-done')).toBe('true')
    await opener.trigger('click')
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
    expect(opener.attributes('aria-expanded')).toBe('false')
    expect(wrapper.emitted('answer')).toEqual([[['age', 'picture']]])
    wrapper.unmount()
  })
})

it('as shutters has none open at first, and shows what is behind the one that is slid', async () => {
  const wrapper = mounted('shutters')
  expect(wrapper.find('[data-feedback]').exists()).toBe(false)
  expect(wrapper.get('[aria-live]').text()).toBe('0 of 2 looked at')
  await wrapper.get('[data-option="age"]').trigger('click')
  expect(wrapper.get('[data-option="age"]').attributes('aria-expanded')).toBe('true')
  expect(wrapper.emitted('answer')).toEqual([[['age']]])
  expect(wrapper.get('[data-feedback]').text()).toBe('AgeAnyone can type a number.')
  wrapper.unmount()
})

describe('reveal as tabs', () => {
  it('moves with the arrow keys, and the focus with it', async () => {
    const wrapper = mounted('tabs')
    await wrapper.get('[role="tab"]').trigger('keydown', { key: 'ArrowRight' })
    expect(wrapper.get('[aria-selected="true"]').text()).toBe('Picture')
    expect(document.activeElement?.textContent).toContain('Picture')
    expect(wrapper.get('[role="tabpanel"]').text()).toBe('It can be copied.')
    await wrapper.get('[role="tab"]').trigger('keydown', { key: 'Home' })
    expect(wrapper.get('[role="tabpanel"]').text()).toBe('Anyone can type a number.')
    wrapper.unmount()
  })

  it('pressing the open tab leaves it open', async () => {
    const wrapper = mounted('tabs')
    await wrapper.get('[data-option="age"]').trigger('click')
    await wrapper.get('[data-option="age"]').trigger('click')
    expect(wrapper.get('[role="tabpanel"]').text()).toBe('Anyone can type a number.')
    wrapper.unmount()
  })
})
