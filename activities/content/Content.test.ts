// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { config } from '#activities/content/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Content from './Content.vue'
import { fullText } from './full-text'
import { score } from './score'

const whole = config.parse({
  id: 'one',
  type: 'content',
  title: 'A page',
  text: ['Some text.'],
  points: ['A **name** can be made up.', 'A picture can be copied.'],
  callout: 'Ask somebody.',
})
const bare = config.parse({ id: 'two', type: 'content', title: 'A page', text: ['Some text.'] })
const shown = (activity = whole) => mount(Content, { props: { activity }, ...testHost() })

afterEach(() => {
  document.body.innerHTML = ''
})

describe('content', () => {
  it('is done on arrival, and worth no points', () => {
    expect(score()).toEqual({ complete: true, score: null, ended: false })
  })

  it('shows each point as a member of one list, with its emphasis, and the sentence to remember behind it', () => {
    const wrapper = shown()
    expect(wrapper.findAll('ul > li').map(point => point.text())).toEqual(['A name can be made up.', 'A picture can be copied.'])
    expect(wrapper.get('li strong').text()).toBe('name')
    expect(wrapper.get('ul + p').text()).toBe('Ask somebody.')
  })

  it('shows neither list nor box where there is nothing for it', () => {
    expect(shown(bare).findAll('ul, p')).toHaveLength(0)
  })

  it('asks for nothing: it has no control, and never answers', () => {
    const wrapper = shown()
    expect(wrapper.findAll('button, input, [tabindex]')).toHaveLength(0)
    expect(wrapper.emitted('answer')).toBeUndefined()
  })

  it('has nothing that axe-core finds fault with', async () => {
    shown()
    const { violations } = await axe.run(document.body, {
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  it('stands whole in the lesson\'s full text', () => {
    const text = JSON.stringify(fullText(whole))
    for (const said of ['can be made up', 'A picture can be copied.', 'Ask somebody.']) expect(text).toContain(said)
    expect(fullText(bare)).toEqual([])
  })
})
