// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { testHost } from '../../../tests/support/lessons/player-host'
import ChatLog from './ChatLog.vue'

const speakers = [
  { id: 'sam', name: 'Sam', role: 'me' as const },
  { id: 'kit', name: 'Kit', role: 'contact' as const },
]
const lines = [
  { from: 'kit', text: 'One.' },
  { from: 'sam', text: 'Two.' },
  { from: 'kit', text: 'Three.' },
]
type Props = InstanceType<typeof ChatLog>['$props']
const log = (props: Partial<Props> = {}, host = {}) =>
  mount(ChatLog, { props: { app: { name: 'PetPod', look: 'pets' }, speakers, lines, fresh: true, ...props }, ...testHost(host) })

const motion = (value: string) => document.documentElement.style.setProperty('--motion', value)

beforeEach(() => {
  vi.useFakeTimers()
  motion('1')
})
afterEach(() => {
  vi.useRealTimers()
  motion('0')
  document.body.innerHTML = ''
})

describe('messages', () => {
  it('arrive one by one: 900 ms of dots, which no screen reader hears, then the message', async () => {
    const wrapper = log({ lines: [lines[1] ?? lines[0]!, { from: 'kit', text: 'Hello.' }] })
    const there = () => wrapper.findAll('.line').length
    expect(there()).toBe(1)
    await vi.advanceTimersByTimeAsync(0)
    expect(wrapper.get('.typing').attributes('aria-hidden')).toBe('true')
    await vi.advanceTimersByTimeAsync(899)
    expect(there()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(there()).toBe(2)
    expect(wrapper.find('.typing').exists()).toBe(false)
  })

  it('leave time to read between them, and one\'s own have no dots', async () => {
    const wrapper = log()
    await vi.advanceTimersByTimeAsync(60)
    expect(wrapper.find('.typing').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(40)
    expect(wrapper.findAll('.line')).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(10)
    expect(wrapper.find('.typing').exists()).toBe(true)
    await vi.runAllTimersAsync()
    expect(wrapper.findAll('.line')).toHaveLength(3)
  })

  it.each(['click', 'keydown.enter'])('stand there at once after %s', async (event) => {
    const wrapper = log()
    await wrapper.get('[role="log"]').trigger(event)
    expect(wrapper.findAll('.line')).toHaveLength(3)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('stand there at once for who wants stillness, and for who has seen them', () => {
    expect(log({ fresh: false }).findAll('.line')).toHaveLength(3)
    motion('0')
    expect(log().findAll('.line')).toHaveLength(3)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('that were waited for stand there as soon as the pupil has answered', async () => {
    const wrapper = log()
    await wrapper.setProps({ lines: [...lines, { from: 'sam', text: 'Four.' }, { from: 'kit', text: 'Five.' }] })
    await nextTick()
    expect(wrapper.findAll('.line').map(line => line.text())).toEqual(['Kit: One.', 'Sam: Two.', 'Kit: Three.', 'Sam: Four.'])
  })

  it('are not waited for any more once the screen is left', async () => {
    log().unmount()
    await vi.runAllTimersAsync()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a voice note', () => {
  const note = { lines: [{ from: 'kit', text: 'It is me.', voice: 7 }], fresh: false }

  it('has its words open, and no Play where the device has no voice', () => {
    for (const host of [{}, { voice: { canSpeak: false, say: () => undefined } }]) {
      const wrapper = log(note, host)
      expect(wrapper.get('.line').text()).toContain('Voice note, 7 seconds')
      expect(wrapper.get('.words').text()).toBe('It is me.')
      expect(wrapper.find('button').exists()).toBe(false)
    }
  })

  it('is said by the device\'s own voice', async () => {
    const say = vi.fn()
    const wrapper = log(note, { voice: { canSpeak: true, say } })
    expect(wrapper.get('button').attributes('aria-label')).toBe('Play voice note, 7 seconds')
    await wrapper.get('button').trigger('click')
    expect(say).toHaveBeenCalledExactlyOnceWith('It is me.')
  })
})

describe('an app for many', () => {
  it.each(['server', 'live', 'group'] as const)('says who writes each message, as a %s', (look) => {
    const wrapper = log({ app: { name: 'Skerry', look, place: '14 here' }, fresh: false })
    expect(wrapper.findAll('.name:not(.visually-hidden)')).toHaveLength(look === 'group' ? 2 : 3)
    expect(wrapper.get('header').text()).toContain(look === 'live' ? 'Live' : '14 here')
  })
})
