// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import RichText from './RichText.vue'
import SaidOption from './SaidOption.vue'
import { testHost } from '../../../tests/support/lessons/player-host'

function host(voice: { canSpeak: boolean, lines: boolean }) {
  const say = vi.fn()
  return { say, global: testHost({ voice: { ...voice, say } }).global }
}

describe('a line for who is led by the ear', () => {
  it('has a button that says it, without the marks of the text', async () => {
    const { say, global } = host({ canSpeak: true, lines: true })
    const wrapper = mount(RichText, { props: { text: 'Bo is **eight**.' }, global })
    expect(wrapper.get('button').attributes('aria-label')).toBe('Listen: Bo is eight.')
    await wrapper.get('button').trigger('click')
    expect(say).toHaveBeenCalledExactlyOnceWith('Bo is eight.')
  })

  it.each([
    ['where the device has no voice', { canSpeak: false, lines: true }, {}],
    ['at other ages', { canSpeak: true, lines: false }, {}],
    ['inside of something that is pressed itself', { canSpeak: true, lines: true }, { mute: true }],
  ])('has none %s', (_, voice, props) => {
    expect(mount(RichText, { props: { text: 'Bo is eight.', ...props }, global: host(voice).global }).find('button').exists()).toBe(false)
  })
})

describe('an option for who is led by the ear', () => {
  const slots = { default: '<button class="tile">Just Bo</button>' }

  it('has its speaker beside it, and hearing it chooses nothing', async () => {
    const { say, global } = host({ canSpeak: true, lines: true })
    const chosen = vi.fn()
    const wrapper = mount(SaidOption, { props: { text: 'Just Bo' }, slots, global, attachTo: document.body })
    wrapper.get('.tile').element.addEventListener('click', chosen)
    expect(wrapper.find('.tile button').exists()).toBe(false)
    await wrapper.get('[data-action="say"]').trigger('click')
    expect(say).toHaveBeenCalledExactlyOnceWith('Just Bo')
    expect(chosen).not.toHaveBeenCalled()
    wrapper.unmount()
  })

  it('stands as it is where there is no voice', () => {
    const wrapper = mount(SaidOption, { props: { text: 'Just Bo' }, slots, global: host({ canSpeak: false, lines: true }).global })
    expect(wrapper.findAll('button').map(button => button.text())).toEqual(['Just Bo'])
    expect(wrapper.find('.said').exists()).toBe(false)
  })
})
