// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { config, type ProfileAnswer } from '#activities/profile/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Profile from './Profile.vue'

const activity = config.parse(parse(readFileSync(`${import.meta.dirname}/example.yml`, 'utf8')))

/** In a player that keeps the answer, as the real one does. */
function profiles(answer?: ProfileAnswer, disabled = false) {
  const wrapper = mount(Profile, {
    props: { activity, answer, disabled, onAnswer: (given: ProfileAnswer) => void wrapper.setProps({ answer: given }) },
    ...testHost(),
  })
  const press = async (selector: string) => {
    const control = wrapper.get<HTMLElement>(selector)
    control.element.focus()
    await control.trigger('click')
    await flushPromises()
  }
  const say = async (verdict: string) => {
    await press(`[data-option="${verdict}"]`)
  }
  return { wrapper, press, say, heading: () => wrapper.get('[data-round]').text(), given: () => wrapper.emitted('answer')?.pop()?.[0] }
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe('profiles', () => {
  it('shows one profile at a time and says how many there are', () => {
    const { wrapper, heading } = profiles()
    expect(heading()).toBe('Profile 1 of 3')
    expect(wrapper.text()).toContain('GoalMachine')
    expect(wrapper.text()).not.toContain('TopScout')
  })

  it('shows a letter for somebody without a picture, with words for who cannot see it', () => {
    const { wrapper } = profiles({ 'goal-machine': { looked: [], verdict: 'cannot-tell' } })
    expect(wrapper.get('[role="img"]').text()).toBe('Z')
    expect(wrapper.get('[role="img"]').attributes('aria-label')).toBe('There is no photo, only a letter.')
  })

  it('says more about a part that is pressed, in a live region, and closes it when it is pressed again', async () => {
    const { wrapper, press, given } = profiles()
    expect(wrapper.get('[data-detail="age"]').attributes('aria-expanded')).toBe('false')
    await press('[data-detail="age"]')
    expect(given()).toEqual({ 'goal-machine': { looked: ['age'] } })
    expect(wrapper.get('[data-detail="age"]').attributes('aria-expanded')).toBe('true')
    expect(wrapper.get('[data-note]').element.closest('[aria-live="polite"]')?.textContent).toContain('Anyone can type 10.')
    await press('[data-detail="age"]')
    expect(wrapper.find('[data-note]').exists()).toBe(false)
  })

  it('takes a verdict without anything looked at first', async () => {
    const { say, given } = profiles()
    await say('cannot-tell')
    expect(given()).toEqual({ 'goal-machine': { looked: [], verdict: 'cannot-tell' } })
  })

  it('tells what was true of the account and moves the focus there', async () => {
    const { wrapper, say } = profiles()
    await say('seems-fine')
    const feedback = wrapper.get('[data-feedback]')
    expect(feedback.text()).toContain('This person was pretending')
    expect(feedback.text()).toContain('There was not one clue.')
    expect(document.activeElement).toBe(feedback.element)
    expect(feedback.element.closest('[aria-live="polite"]')).not.toBeNull()
  })

  it.each([
    ['goal-machine', 'cannot-tell', 'thoughtful'],
    ['goal-machine', 'something-off', 'unsure'],
    ['scout', 'something-off', 'thoughtful'],
    ['scout', 'seems-fine', 'unsure'],
  ])('meets a verdict kindly: %s, "%s" is %s', async (id, verdict, tone) => {
    const others = Object.fromEntries(
      activity.profiles.filter(profile => profile.id !== id).map(profile => [profile.id, { looked: [], verdict: 'cannot-tell' as const }]),
    )
    const { wrapper, say } = profiles(others)
    await say(verdict)
    expect(wrapper.get('[data-feedback]').classes()).toContain(tone)
  })

  it('never counts what was overlooked', async () => {
    const { wrapper, say } = profiles({
      'goal-machine': { looked: [], verdict: 'cannot-tell' },
      'night-owl': { looked: [], verdict: 'cannot-tell' },
    })
    await say('seems-fine')
    expect(wrapper.text().replace('Profile 3 of 3', '')).not.toMatch(/missed|\d+ (of|out of|clues)/i)
  })

  it('goes on to the next profile with the focus on its heading, and back to one that has its verdict', async () => {
    const { wrapper, say, press, heading } = profiles()
    await say('seems-fine')
    await press('[data-action="next"]')
    expect(heading()).toBe('Profile 2 of 3')
    expect(document.activeElement).toBe(wrapper.get('[data-round]').element)
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
    await press('[data-action="previous"]')
    expect(heading()).toBe('Profile 1 of 3')
    expect(wrapper.get('[data-feedback]').text()).toContain('There was not one clue.')
    expect(document.activeElement).toBe(wrapper.get('[data-round]').element)
  })

  it('can be judged again, and keeps what was looked at', async () => {
    const { wrapper, say, press, given } = profiles()
    await press('[data-detail="team"]')
    await say('seems-fine')
    await press('[data-action="retry"]')
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.get('[data-option="seems-fine"]').element)
    await say('cannot-tell')
    expect(given()).toEqual({ 'goal-machine': { looked: ['team'], verdict: 'cannot-tell' } })
  })

  it('starts at the first profile without a verdict, and at the last when all have one', () => {
    const all = Object.fromEntries(activity.profiles.map(({ id }) => [id, { looked: [], verdict: 'cannot-tell' as const }]))
    expect(profiles({ 'goal-machine': { looked: ['age'], verdict: 'cannot-tell' } }).heading()).toBe('Profile 2 of 3')
    const { wrapper, heading } = profiles(all)
    expect(heading()).toBe('Profile 3 of 3')
    expect(wrapper.find('[data-action="next"]').exists()).toBe(false)
  })

  it('takes nothing while it is disabled', () => {
    const { wrapper } = profiles(undefined, true)
    expect(wrapper.findAll('[data-detail]').every(button => button.attributes('disabled') !== undefined)).toBe(true)
    expect(wrapper.get('fieldset').attributes('disabled')).toBeDefined()
  })
})
