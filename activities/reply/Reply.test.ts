// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { config, type ReplyAnswer } from '#activities/reply/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Reply from './Reply.vue'

const activity = config.parse(parse(readFileSync(`${import.meta.dirname}/example.yml`, 'utf8')))

/** In a player that keeps the answer, as the real one does. */
function rounds(answer?: ReplyAnswer, disabled = false) {
  const wrapper = mount(Reply, {
    props: { activity, answer, disabled, onAnswer: (given: ReplyAnswer) => void wrapper.setProps({ answer: given }) },
    ...testHost(),
  })
  const press = async (selector: string) => {
    const control = wrapper.get<HTMLElement>(selector)
    control.element.focus()
    await control.trigger('click')
    await flushPromises()
  }
  const pick = async (option: string) => {
    await press(`[data-option="${option}"]`)
  }
  return { wrapper, press, pick, rehearsal: () => wrapper.find('.rehearse'), given: () => wrapper.emitted('answer')?.pop()?.[0] }
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe('picking words', () => {
  it('shows the situation, what somebody says, and sentences to pick from', () => {
    const { wrapper } = rounds()
    expect(wrapper.text()).toContain('Maya builds in BlockHaven.')
    expect(wrapper.get('.bubble').text()).toBe('TowerTen: Which school do you go to?')
    expect(wrapper.findAll('[data-option]')).toHaveLength(3)
  })

  it('joins the picked words to the chat, without their quotation marks, until others are tried', async () => {
    const { wrapper, pick, press } = rounds()
    expect(wrapper.find('.mine').exists()).toBe(false)
    await pick('no-share')
    expect(wrapper.get('.mine .bubble').text()).toBe('You: I don\'t share that.')
    await press('[data-action="retry"]')
    expect(wrapper.find('.mine').exists()).toBe(false)
    expect(wrapper.findAll('[data-option]')).toHaveLength(3)
  })

  it('needs nobody to have spoken', () => {
    const { wrapper } = rounds({ 'which-school': 'no-share' })
    expect(wrapper.find('.bubble').exists()).toBe(false)
    expect(wrapper.get('legend').text()).toBe('How could she start?')
  })

  it('takes the words by one press, then says what they lead to', async () => {
    const { wrapper, pick, given } = rounds()
    await pick('near-park')
    expect(given()).toEqual({ 'which-school': 'near-park' })
    const feedback = wrapper.get('[data-feedback]')
    expect(feedback.text()).toContain('What might happen next')
    expect(document.activeElement).toBe(feedback.element)
    expect(feedback.element.closest('[aria-live="polite"]')).not.toBeNull()
  })

  it('can be tried again', async () => {
    const { wrapper, pick, press, given } = rounds()
    await pick('near-park')
    await press('[data-action="retry"]')
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.get('[data-option="near-park"]').element)
    await pick('no-share')
    expect(given()).toEqual({ 'which-school': 'no-share' })
  })

  it('goes on to the next round with the focus on its heading', async () => {
    const { wrapper, pick, press, rehearsal } = rounds()
    await pick('no-share')
    expect(rehearsal().exists()).toBe(false)
    await press('[data-action="next"]')
    expect(wrapper.get('[data-round]').text()).toBe('2 of 2')
    expect(document.activeElement).toBe(wrapper.get('[data-round]').element)
  })

  it('shows all the picked words together at the end and invites to say them', async () => {
    const { pick, press, rehearsal } = rounds()
    await pick('no-share')
    await press('[data-action="next"]')
    await pick('nothing-much')
    expect(rehearsal().exists()).toBe(false)
    await press('[data-action="next"]')
    expect(document.activeElement).toBe(rehearsal().element)
    expect(rehearsal().findAll('li').map(line => line.text())).toEqual(['"I don\'t share that."', '"It\'s probably nothing, but..."'])
    expect(rehearsal().text()).toContain('Say your words out loud, or in your head.')
  })

  it('does not have risky words rehearsed, but offers to pick others', async () => {
    const { wrapper, pick, press, rehearsal } = rounds({ 'which-school': 'near-park', 'telling-gran': 'something' })
    expect(rehearsal().findAll('li').map(line => line.text())).toEqual(['"Gran, I need to tell you something."'])
    await press('[data-reconsider="which-school"]')
    expect(wrapper.get('[data-round]').text()).toBe('1 of 2')
    expect(document.activeElement).toBe(wrapper.get('[data-option="near-park"]').element)
    await pick('no-share')
    await press('[data-action="next"]')
    expect(wrapper.get('[data-round]').text()).toBe('2 of 2')
    await press('[data-action="next"]')
    expect(rehearsal().findAll('li')).toHaveLength(2)
    expect(rehearsal().find('button').exists()).toBe(false)
  })

  it('leads back from the picked words to the last round', async () => {
    const { wrapper, press, rehearsal } = rounds({ 'which-school': 'no-share', 'telling-gran': 'something' })
    await press('[data-action="previous"]')
    expect(rehearsal().exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.get('[data-round]').element)
    expect(wrapper.find('[data-feedback]').exists()).toBe(true)
  })

  it('starts at the first round without a reply', () => {
    expect(rounds({ 'which-school': 'later' }).wrapper.get('[data-round]').text()).toBe('2 of 2')
  })
})
