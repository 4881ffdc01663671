// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { config, type SpreadAnswer } from '#activities/spread/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Spread from './Spread.vue'

const activity = config.parse(parse(readFileSync('activities/spread/example.yml', 'utf8')))
const mounted = (answer?: SpreadAnswer) => mount(Spread, { props: { activity, ...(answer ? { answer } : {}) }, ...testHost() })
const places = (wrapper: ReturnType<typeof mounted>) => wrapper.findAll('.map li').map(place => place.get('strong').text())
const said = (wrapper: ReturnType<typeof mounted>) => wrapper.get('.map [aria-live]').text()

describe('spread', () => {
  it('shows who has the picture, and says so when somebody else gets it', async () => {
    const wrapper = mounted()
    expect(places(wrapper)).toEqual(['Omar'])
    await wrapper.get('[data-option="send-ivy"]').trigger('click')
    await wrapper.setProps({ answer: { path: ['send-ivy'], deleted: false } })
    expect(places(wrapper), 'while feedback is read').toEqual(['Omar'])
    await wrapper.get('[data-action="next"]').trigger('click')
    expect(places(wrapper)).toEqual(['Omar', 'Ivy'])
    expect(said(wrapper)).toContain('2 places: Omar, Ivy')
    wrapper.unmount()
  })

  it('no button brings it back: only the own copy goes, and what helps is said', async () => {
    const wrapper = mounted({ path: ['send-ivy'], deleted: false })
    await wrapper.get('[data-action="next"]').trigger('click')
    await wrapper.get('[data-take-back]').trigger('click')
    expect(wrapper.emitted('answer')?.at(-1)).toEqual([{ path: ['send-ivy'], deleted: true }])
    await wrapper.setProps({ answer: { path: ['send-ivy'], deleted: true } })
    expect(said(wrapper)).toContain('Ivy')
    expect(said(wrapper)).not.toContain('Omar')
    expect(wrapper.get('[data-feedback]').text()).toContain('he can tell someone')
    expect(wrapper.find('[data-take-back]').exists()).toBe(false)
    wrapper.unmount()
  })

  it.each([[['ask-leo']], [['send-ivy', 'say-no']], [['send-ivy', 'do-not-mind', 'ask-all']]])(
    'ends with what still helps, without fear, on the way %j',
    (path) => {
      const wrapper = mounted({ path, deleted: false })
      for (const line of activity.helps) expect(wrapper.text()).toContain(line)
      expect(wrapper.find('[data-ending]').exists()).toBe(true)
      expect(wrapper.text()).not.toMatch(/forever|ruined|too late|viral/i)
      wrapper.unmount()
    },
  )

  it('playing it another way tells the story anew, with the own copy back in its place', async () => {
    const wrapper = mounted({ path: ['send-ivy', 'say-no'], deleted: true })
    await wrapper.get('[data-action="restart"]').trigger('click')
    expect(wrapper.emitted('answer')).toEqual([[{ path: [], deleted: false }]])
    wrapper.unmount()
  })
})
