// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { config, type SettingsAnswer } from '#activities/settings/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Settings from './Settings.vue'

const activity = config.parse(parse(readFileSync('activities/settings/example.yml', 'utf8')))
const mounted = (answer?: SettingsAnswer) => mount(Settings, { props: { activity, ...(answer ? { answer } : {}) }, ...testHost() })
const seen = (wrapper: ReturnType<typeof mounted>, viewer: string) =>
  wrapper.findAll(`[data-viewer="${viewer}"] .seen`).map(thing => thing.text())

describe('settings', () => {
  it('shows at once who can see what, and says what has changed', async () => {
    const wrapper = mounted()
    expect(seen(wrapper, 'anyone')).toEqual(['Can see: Ivy\'s videos', 'Can see: a way to write to her'])
    await wrapper.get('[data-option="friends"]').trigger('click')
    expect(wrapper.emitted('answer')).toEqual([[{ chosen: { videos: 'friends' }, checked: false }]])
    await wrapper.setProps({ answer: { chosen: { videos: 'friends' }, checked: false } })
    expect(seen(wrapper, 'anyone')).toEqual(['Can see: a way to write to her'])
    expect(wrapper.get('.visually-hidden[aria-live]').text()).toContain('Somebody Ivy has never met can no longer see: Ivy\'s videos.')
    wrapper.unmount()
  })

  it('asks for one setting at a time, has a word on each as it is set, and never says that one is wrong', async () => {
    const chosen: Record<string, string> = {}
    const wrapper = mounted()
    for (const { id, label, options } of activity.settings) {
      expect(wrapper.get('fieldset').text()).toContain(label)
      const [option] = options
      chosen[id] = option?.id ?? ''
      await wrapper.get(`[data-option="${chosen[id]}"]`).trigger('click')
      await wrapper.setProps({ answer: { chosen: { ...chosen }, checked: false } })
      const said = wrapper.get('[data-feedback]').text()
      expect(said).toContain(option?.feedback)
      expect(said).not.toMatch(/wrong|should|unsafe/i)
      await wrapper.get('[data-action="next"]').trigger('click')
    }
    expect(wrapper.emitted('answer')?.at(-1)).toEqual([{ chosen, checked: true }])
    await wrapper.setProps({ answer: { chosen, checked: true } })
    expect(wrapper.get('[data-feedback]').text()).toContain(activity.summary)
    for (const { label, options } of activity.settings) expect(wrapper.get('ul').text()).toContain(`${label}: ${options[0]?.text}`)
    wrapper.unmount()
  })

  it('goes on at the first setting that was not set yet', () => {
    const wrapper = mounted({ chosen: { videos: 'friends' }, checked: false })
    expect(wrapper.get('fieldset').text()).toContain('Who can see where Ivy is')
    wrapper.unmount()
  })

  it('opens again, as it was set', async () => {
    const wrapper = mounted({ chosen: { place: 'nobody' }, checked: true })
    await wrapper.get('[data-action="retry"]').trigger('click')
    expect(wrapper.emitted('answer')).toEqual([[{ chosen: { place: 'nobody' }, checked: false }]])
    await wrapper.setProps({ answer: { chosen: { place: 'nobody' }, checked: false } })
    expect(wrapper.get('fieldset').text()).toContain('Who can see Ivy\'s videos')
    expect(wrapper.findAll('[data-viewer] .seen').map(thing => thing.text())).not.toContain('Can see: where Ivy is')
    wrapper.unmount()
  })
})
