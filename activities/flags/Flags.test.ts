// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { parse } from 'yaml'
import { config, type FlagsAnswer } from '#activities/flags/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Flags from './Flags.vue'

const activity = config.parse(parse(readFileSync('activities/flags/example.yml', 'utf8')))
const mounted = (answer?: FlagsAnswer) => mount(Flags, { props: { activity, ...(answer ? { answer } : {}) }, ...testHost() })

describe('flags', () => {
  it('shows the messages one after the other, or all when asked, and asks for nothing before', async () => {
    document.documentElement.style.setProperty('--motion', '1')
    const wrapper = mounted()
    await nextTick()
    expect(wrapper.findAll('.line')).toHaveLength(1)
    await wrapper.get('[data-action="next"]').trigger('click')
    expect(wrapper.findAll('.line')).toHaveLength(7)
    expect(wrapper.emitted('answer')).toBeUndefined()
    expect(wrapper.get('[data-action="check"]').text()).toBe('See the clues')
    document.documentElement.style.removeProperty('--motion')
    wrapper.unmount()
  })

  it('shows each clue at its message, and how it ended beside them', async () => {
    const wrapper = mounted({ flagged: ['secret'], compared: false })
    await wrapper.get('[data-action="check"]').trigger('click')
    await wrapper.setProps({ answer: { flagged: ['secret'], compared: true } })
    expect(document.activeElement?.textContent).toContain('What there was to notice')
    expect(wrapper.get('[role="log"]').text()).toContain('Asks for a secret.')
    expect(wrapper.get('[data-ending]').text()).toContain(activity.ending.help)
    wrapper.unmount()
  })

  it('flags a message of the others and takes the flag away again, and says so', async () => {
    const wrapper = mounted({ flagged: [], compared: false })
    expect(wrapper.find('[data-flag="thanks"]').exists()).toBe(false)
    await wrapper.get('[data-flag="secret"]').trigger('click')
    expect(wrapper.emitted('answer')?.[0]).toEqual([{ flagged: ['secret'], compared: false }])
    expect(wrapper.get('.visually-hidden[aria-live]').text()).toBe('Flagged.')
    await wrapper.setProps({ answer: { flagged: ['secret'], compared: false } })
    await wrapper.get('[data-flag="secret"]').trigger('click')
    expect(wrapper.emitted('answer')?.[1]).toEqual([{ flagged: [], compared: false }])
    wrapper.unmount()
  })

  it.each([[[]], [['secret']], [['great-goal', 'secret', 'hurry', 'other-app']]])(
    'compares with every clue, counts nothing and blames nobody, with %j flagged',
    (flagged) => {
      const wrapper = mounted({ flagged, compared: true })
      const text = wrapper.text()
      for (const { clue } of activity.messages) if (clue) expect(text).toContain(clue)
      expect(text).not.toMatch(/\d|miss|wrong|should/i)
      expect(wrapper.findAll('.too')).toHaveLength(flagged.filter(id => id !== 'great-goal').length)
      expect(text).toContain(activity.ending.help)
      expect(text.includes('Trusting a feeling')).toBe(flagged.includes('great-goal'))
      wrapper.unmount()
    },
  )

  it('goes back to the chat with the flags as they were', async () => {
    const wrapper = mounted({ flagged: ['secret'], compared: true })
    await wrapper.get('[data-action="restart"]').trigger('click')
    expect(wrapper.emitted('answer')).toEqual([[{ flagged: ['secret'], compared: false }]])
    wrapper.unmount()
  })
})
