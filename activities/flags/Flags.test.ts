// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { config, type FlagsAnswer } from '#activities/flags/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Flags from './Flags.vue'

const activity = config.parse(parse(readFileSync('activities/flags/example.yml', 'utf8')))
const mounted = (answer?: FlagsAnswer) => mount(Flags, { props: { activity, ...(answer ? { answer } : {}) }, ...testHost() })

describe('flags', () => {
  it('shows one message after the other, only when asked', async () => {
    const wrapper = mounted()
    expect(wrapper.findAll('.message')).toHaveLength(1)
    await wrapper.get('[data-action="next"]').trigger('click')
    expect(wrapper.emitted('answer')).toEqual([[{ shown: 2, flagged: [], compared: false }]])
    wrapper.unmount()
  })

  it('flags a message of the others and takes the flag away again, and says so', async () => {
    const wrapper = mounted({ shown: 7, flagged: [], compared: false })
    expect(wrapper.find('[data-flag="thanks"]').exists()).toBe(false)
    await wrapper.get('[data-flag="secret"]').trigger('click')
    expect(wrapper.emitted('answer')?.[0]).toEqual([{ shown: 7, flagged: ['secret'], compared: false }])
    expect(wrapper.get('.visually-hidden[aria-live]').text()).toBe('Flagged.')
    await wrapper.setProps({ answer: { shown: 7, flagged: ['secret'], compared: false } })
    await wrapper.get('[data-flag="secret"]').trigger('click')
    expect(wrapper.emitted('answer')?.[1]).toEqual([{ shown: 7, flagged: [], compared: false }])
    wrapper.unmount()
  })

  it.each([[[]], [['secret']], [['great-goal', 'secret', 'hurry', 'other-app']]])(
    'compares with every clue, counts nothing and blames nobody, with %j flagged',
    (flagged) => {
      const wrapper = mounted({ shown: 7, flagged, compared: true })
      const text = wrapper.text()
      for (const { clue } of activity.messages) if (clue) expect(text).toContain(clue)
      expect(text).not.toMatch(/\d|miss|wrong|should/i)
      expect(wrapper.findAll('.mine')).toHaveLength(flagged.filter(id => id !== 'great-goal').length)
      expect(text).toContain(activity.ending.help)
      expect(text.includes('Trusting a feeling')).toBe(flagged.includes('great-goal'))
      wrapper.unmount()
    },
  )

  it('goes back to the chat with the flags as they were', async () => {
    const wrapper = mounted({ shown: 7, flagged: ['secret'], compared: true })
    await wrapper.get('[data-action="restart"]').trigger('click')
    expect(wrapper.emitted('answer')).toEqual([[{ shown: 7, flagged: ['secret'], compared: false }]])
    wrapper.unmount()
  })
})
