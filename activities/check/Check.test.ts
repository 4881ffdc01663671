// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { config } from '#activities/check/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Check from './Check.vue'

const item = (id: string, because?: string) => ({
  id,
  kind: 'knowledge',
  objective: 'tell',
  question: 'Who can help?',
  options: [
    { id: 'adult', text: 'An adult', correct: true },
    { id: 'nobody', text: 'Nobody', misconception: 'alone' },
  ],
  ...(because === undefined ? {} : { because }),
})
const before = config.parse({
  id: 'test',
  type: 'check',
  title: 'Test',
  form: 'before',
  items: ['one', 'two', 'three'].map(id => item(id)),
})
const after = config.parse({
  id: 'test',
  type: 'check',
  title: 'Test',
  form: 'after',
  items: ['one', 'two', 'three'].map(id => item(id, 'An adult can help with that.')),
})

async function answer(wrapper: ReturnType<typeof mount>, option: string) {
  await wrapper.get(`[data-option="${option}"] input`).setValue()
  await wrapper.get('[data-option="quite"]').trigger('click')
  await wrapper.setProps({ answer: wrapper.emitted('answer')?.at(-1)?.[0] })
}

describe('check', () => {
  it('asks how sure somebody is, says nothing about the answer before, and goes on', async () => {
    const wrapper = mount(Check, { props: { activity: before }, ...testHost() })
    await wrapper.get('[data-option="nobody"] input').setValue()
    expect(wrapper.get('[data-action="your-turn"]').text()).toBe('Say how sure')
    expect(wrapper.emitted('answer')).toBeUndefined()
    await answer(wrapper, 'nobody')
    expect(wrapper.get('[aria-live]').text()).toBe('')
    expect(wrapper.get('[data-question]').attributes('data-question')).toBe('two')
    wrapper.unmount()
  })

  it('says afterwards at its end what the lesson says of each question that was answered, whatever the answer was', async () => {
    const wrapper = mount(Check, { props: { activity: after }, ...testHost() })
    await answer(wrapper, 'nobody')
    expect(wrapper.get('[aria-live]').text()).toBe('')
    await wrapper.get('[data-action="leave-out"]').trigger('click')
    await wrapper.setProps({ answer: wrapper.emitted('answer')?.at(-1)?.[0] as never })
    await answer(wrapper, 'adult')
    expect(wrapper.findAll('dd').map(line => line.text())).toEqual(['An adult can help with that.', 'An adult can help with that.'])
    expect(wrapper.get('[aria-live]').text()).not.toMatch(/wrong|right/i)
    expect(document.activeElement).toBe(wrapper.get('[data-feedback]').element)
    wrapper.unmount()
  })

  it('lets each question be left out, and thanks at the end', async () => {
    const wrapper = mount(Check, { props: { activity: before }, ...testHost() })
    for (const id of ['one', 'two', 'three']) {
      expect(wrapper.get('[data-question]').attributes('data-question')).toBe(id)
      await wrapper.get('[data-action="leave-out"]').trigger('click')
      await wrapper.setProps({ answer: wrapper.emitted('answer')?.at(-1)?.[0] as never })
    }
    expect(wrapper.emitted('answer')?.at(-1)).toEqual([{ one: {}, two: {}, three: {} }])
    expect(wrapper.get('[aria-live]').text()).toContain('Keep these questions in mind')
    wrapper.unmount()
  })
})
