// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { config, type ConfidenceAnswer } from '#activities/confidence/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Confidence from './Confidence.vue'

const activity = config.parse(parse(readFileSync(`${import.meta.dirname}/example.yml`, 'utf8')))

/** In a player that keeps the answer, as the real one does. */
function statements(answer?: ConfidenceAnswer, disabled = false) {
  const wrapper = mount(Confidence, {
    props: { activity, answer, disabled, onAnswer: (given: ConfidenceAnswer) => void wrapper.setProps({ answer: given }) },
    ...testHost(),
  })
  const press = async (selector: string) => {
    const control = wrapper.get<HTMLElement>(selector)
    control.element.focus()
    await control.trigger('click')
    await flushPromises()
  }
  const say = async (said: boolean, sure: string) => {
    await press(`[data-option="${said}-${sure}"]`)
  }
  return { wrapper, press, say, heading: () => wrapper.get('[data-round]').text(), given: () => wrapper.emitted('answer')?.pop()?.[0] }
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe('true or not, and how sure', () => {
  it('shows one statement, and asks in one whether it is true and how sure the pupil is', () => {
    const { wrapper, heading } = statements()
    expect(heading()).toBe('Number 1 of 3')
    expect(wrapper.findAll('legend').map(legend => legend.text())).toEqual(['It is true, and I am', 'It is not true, and I am'])
    expect(wrapper.text()).not.toContain('Anyone can be lied to online.')
  })

  it('takes both by one press', async () => {
    const { say, given } = statements()
    await say(false, 'quite')
    expect(given()).toEqual({ photo: { said: false, sure: 'quite' } })
  })

  it('says what is true and why, with the focus on it', async () => {
    const { wrapper, say } = statements()
    await say(false, 'very')
    const feedback = wrapper.get('[data-feedback]')
    expect(feedback.text()).toMatch(/^This is not true\s*Anyone can copy a photo/)
    expect(feedback.classes()).toContain('thoughtful')
    expect(document.activeElement).toBe(feedback.element)
    expect(feedback.element.closest('[aria-live="polite"]')).not.toBeNull()
  })

  it('meets another view with a reason, and never as a mistake', async () => {
    const { wrapper, say } = statements()
    await say(true, 'very')
    expect(wrapper.get('[data-feedback]').text()).toMatch(/^This is not true\s*A photo looks like proof\./)
    expect(wrapper.get('[data-feedback]').classes()).toContain('unsure')
    expect(wrapper.text()).not.toMatch(/wrong|mistake|but you were/i)
  })

  it.each([true, false])('answers "very sure" and "quite sure" with the very same words (said %s)', async (said) => {
    const quite = statements()
    await quite.say(said, 'quite')
    const very = statements()
    await very.say(said, 'very')
    expect(very.wrapper.get('[data-feedback]').html()).toBe(quite.wrapper.get('[data-feedback]').html())
  })

  it('tells who was not sure that this is when asking helps', async () => {
    const { wrapper, say } = statements()
    await say(true, 'not')
    expect(wrapper.get('[data-feedback]').text()).toContain('You were not sure. That is a good moment to ask someone.')
  })

  it('goes on to the next statement with the focus on its heading, and can go back', async () => {
    const { wrapper, say, press, heading } = statements()
    await say(true, 'not')
    await press('[data-action="next"]')
    expect(heading()).toBe('Number 2 of 3')
    expect(document.activeElement).toBe(wrapper.get('[data-round]').element)
    expect(wrapper.find('.picked').exists()).toBe(false)
    await press('[data-action="previous"]')
    expect(wrapper.get('[data-feedback]').text()).toContain('A photo looks like proof.')
    expect(document.activeElement).toBe(wrapper.get('[data-round]').element)
  })

  it('can be tried again', async () => {
    const { wrapper, say, press, given } = statements()
    await say(true, 'not')
    await press('[data-action="retry"]')
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.get('[data-option="true-not"]').element)
    await say(false, 'quite')
    expect(given()).toEqual({ photo: { said: false, sure: 'quite' } })
  })

  it('starts at the first statement without an answer, and at the last when all have one', () => {
    const said = { said: true, sure: 'quite' as const }
    expect(statements({ photo: said }).heading()).toBe('Number 2 of 3')
    const { wrapper, heading } = statements({ photo: said, anyone: said, 'still-time': said })
    expect(heading()).toBe('Number 3 of 3')
    expect(wrapper.get('[data-feedback]').text()).toContain('It is never too late.')
    expect(wrapper.find('[data-action="next"]').exists()).toBe(false)
  })
})
