// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { parse } from 'yaml'
import { config, type PracticeAnswer } from '#activities/practice/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Practice from './Practice.vue'

const activity = config.parse(parse(readFileSync('activities/practice/example.yml', 'utf8')))

/** In a player that keeps the answer, as the real one does. */
function practice(answer?: PracticeAnswer) {
  const wrapper = mount(Practice, {
    props: { activity, answer, onAnswer: (given: PracticeAnswer) => void wrapper.setProps({ answer: given }) },
    ...testHost(),
  })
  const option = (id: string) => wrapper.get<HTMLElement>(`[data-option="${id}"]`)
  const press = async (id: string) => {
    option(id).element.focus()
    await option(id).trigger('click')
    await nextTick()
  }
  const focused = () => (document.activeElement as HTMLElement | null)?.dataset.option
  return { wrapper, option, press, focused, menu: () => wrapper.findAll('.act').map(act => act.attributes('data-option')) }
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe('a message', () => {
  it('is a button that opens what the app offers, and only those of somebody known online alone', async () => {
    const { wrapper, option, press, menu } = practice()
    expect(wrapper.find('[data-option="hat"]').exists()).toBe(false)
    expect(option('secret').attributes('aria-expanded')).toBe('false')
    expect(menu()).toEqual([])
    await press('secret')
    expect(option('secret').attributes('aria-expanded')).toBe('true')
    expect(menu()).toEqual(['keep', 'tell', 'report', 'leave', 'block'])
  })

  it('that is a picture can never be kept', async () => {
    const { press, menu } = practice()
    await press('cute')
    expect(menu()).toEqual(['tell', 'report', 'leave', 'block'])
  })

  it('opens when it is held, too', async () => {
    const { option } = practice()
    await option('secret').trigger('contextmenu')
    expect(option('secret').attributes('aria-expanded')).toBe('true')
  })

  it('is left by Esc, and its menu gone through by arrows, only while the focus is there', async () => {
    const { option, press, focused, menu, wrapper } = practice()
    await press('secret')
    await option('secret').trigger('keydown', { key: 'ArrowDown' })
    await nextTick()
    expect(focused()).toBe('keep')
    await option('keep').trigger('keydown', { key: 'ArrowLeft' })
    await nextTick()
    expect(focused()).toBe('block')
    await wrapper.get('[role="log"]').trigger('keydown', { key: 'Escape' })
    expect(menu()).toHaveLength(5)
    await option('block').trigger('keydown', { key: 'Escape' })
    expect(menu()).toEqual([])
    expect(focused()).toBe('secret')
  })
})

describe('a tool', () => {
  it('says whether it is pressed and what came of it, here and in the list, and can be taken back', async () => {
    const { wrapper, option, press } = practice()
    await press('secret')
    await press('keep')
    expect(wrapper.emitted('answer')).toEqual([[['keep']]])
    expect(option('keep').attributes('aria-pressed')).toBe('true')
    expect(wrapper.get('[aria-live]').text()).toContain('The words and the name stay')
    expect(wrapper.get('li').text()).toContain('Kept')
    await press('keep')
    expect(wrapper.emitted('answer')?.[1]).toEqual([[]])
  })

  it('that would come too early is answered with what goes first, and works after that', async () => {
    const { wrapper, option, press } = practice()
    await press('secret')
    await press('block')
    expect(wrapper.emitted('answer')).toBeUndefined()
    expect(wrapper.get('[aria-live]').text()).toContain('Keep them first')
    expect(option('block').attributes()).toMatchObject({ 'aria-pressed': 'false', 'data-done': 'true' })
    await press('keep')
    expect(option('block').attributes('data-done')).toBeUndefined()
    await press('block')
    expect(wrapper.emitted('answer')?.pop()).toEqual([['keep', 'block']])
  })

  it('is counted down on the lesson\'s button, until the last leads to who helps', async () => {
    const { wrapper, press } = practice(['keep', 'tell', 'report'])
    expect(wrapper.get('[data-action="your-turn"]').text()).toBe('2 to try')
    await press('secret')
    await press('leave')
    await press('block')
    expect(wrapper.find('[data-action="your-turn"]').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.get('[data-feedback]').element)
    expect(wrapper.get('[data-feedback]').text()).toContain('Aunt Jo helps him')
  })
})
