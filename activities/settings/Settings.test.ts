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
    await wrapper.get('input[name="ivys-loopo-videos"][value="friends"]').setValue()
    expect(wrapper.emitted('answer')).toEqual([[{ chosen: { videos: 'friends' }, checked: false }]])
    await wrapper.setProps({ answer: { chosen: { videos: 'friends' }, checked: false } })
    expect(seen(wrapper, 'anyone')).toEqual(['Can see: a way to write to her'])
    expect(wrapper.get('.visually-hidden[aria-live]').text()).toContain('Somebody Ivy has never met can no longer see: Ivy\'s videos.')
    wrapper.unmount()
  })

  it('has a word on each setting as it is, and never says that one is wrong', async () => {
    const wrapper = mounted({ chosen: { place: 'nobody' }, checked: true })
    const said = wrapper.get('[data-feedback]').text()
    for (const words of [activity.summary, 'Nobody else needs to', 'watch and copy them', 'people who pretend'])
      expect(said).toContain(words)
    expect(said).not.toMatch(/wrong|should|unsafe/i)
    wrapper.unmount()
  })

  it('opens again as it was set', async () => {
    const wrapper = mounted({ chosen: { place: 'nobody' }, checked: true })
    await wrapper.get('[data-action="retry"]').trigger('click')
    expect(wrapper.emitted('answer')).toEqual([[{ chosen: { place: 'nobody' }, checked: false }]])
    wrapper.unmount()
  })
})
