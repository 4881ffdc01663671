// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { config, type SortAnswer } from '#activities/sort/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Sort from './Sort.vue'

const activity = config.parse(parse(readFileSync(`${import.meta.dirname}/example.yml`, 'utf8')))

/** In a player that keeps the answer, as the real one does. */
function sorting(answer?: SortAnswer, disabled = false) {
  const wrapper = mount(Sort, {
    props: { activity, answer, disabled, onAnswer: (given: SortAnswer) => void wrapper.setProps({ answer: given }) },
    ...testHost(),
  })
  const press = async (selector: string) => {
    const control = wrapper.get<HTMLElement>(selector)
    control.element.focus()
    await control.trigger('click')
    await flushPromises()
  }
  const pile = (group: string) => wrapper.findAll(`[data-pile="${group}"] [data-card]`).map(card => card.attributes('data-card'))
  return { wrapper, press, pile, heading: () => wrapper.get('[data-round]').text(), given: () => wrapper.emitted('answer')?.pop()?.[0] }
}

const sorted = { bridge: 'fine', 'our-secret': 'clue', 'owe-me': 'clue', party: 'fine' }

afterEach(() => {
  document.body.innerHTML = ''
})

describe('sorting', () => {
  it('shows one card and the groups, each with a sign, and no empty boxes before the first card lies somewhere', () => {
    const { wrapper, heading } = sorting()
    expect(heading()).toBe('Card 1 of 4')
    expect(wrapper.findAll('button[data-option]').map(button => button.text())).toEqual(['Seems fine', 'That\'s a clue', 'Not sure'])
    expect(wrapper.findAll('button[data-option] svg')).toHaveLength(3)
    expect(wrapper.find('[data-pile]').exists()).toBe(false)
  })

  it('answers at once when a card is placed, with the focus on the words, and shows where it lies', async () => {
    const { wrapper, press, pile, given } = sorting()
    await press('[data-option="clue"]')
    expect(given()).toEqual({ bridge: 'clue' })
    const feedback = wrapper.get('[data-feedback]')
    expect(feedback.text()).toContain('It is good to look closely.')
    expect(document.activeElement).toBe(feedback.element)
    expect(feedback.element.closest('[aria-live="polite"]')).not.toBeNull()
    expect(wrapper.get('[data-option="clue"]').attributes('aria-pressed')).toBe('true')
    expect(pile('clue')).toEqual(['bridge'])
  })

  it('goes on to the next card with the focus on its heading', async () => {
    const { wrapper, press, heading } = sorting()
    await press('[data-option="fine"]')
    await press('[data-action="next"]')
    expect(heading()).toBe('Card 2 of 4')
    expect(document.activeElement).toBe(wrapper.get('[data-round]').element)
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
  })

  it('lets the pupil place the same card again right away', async () => {
    const { wrapper, press, heading, given } = sorting()
    await press('[data-option="clue"]')
    await press('[data-action="retry"]')
    expect(given()).toEqual({})
    expect(heading()).toBe('Card 1 of 4')
    await press('[data-option="fine"]')
    expect(given()).toEqual({ bridge: 'fine' })
    expect(wrapper.get('[data-feedback]').text()).toContain('It is about the game')
  })

  it('takes any card out of its group to be placed again, then goes on to a card that lies nowhere', async () => {
    const { wrapper, press, heading, pile } = sorting({ bridge: 'clue', 'our-secret': 'clue' })
    expect(heading()).toBe('Card 3 of 4')
    expect(wrapper.get('[data-card="bridge"]').attributes('aria-label')).toBe(
      'Take out and sort again: "Cool bridge! How did you build it?"',
    )
    await press('[data-card="bridge"]')
    expect(heading()).toBe('Card 1 of 4')
    expect(pile('clue')).toEqual(['our-secret'])
    await press('[data-option="fine"]')
    await press('[data-action="next"]')
    expect(heading()).toBe('Card 3 of 4')
  })

  it('says so in a live region when all cards are sorted, and offers no next card', async () => {
    const { party: _, ...allButOne } = sorted
    const { wrapper, press } = sorting(allButOne)
    expect(wrapper.text()).not.toContain('All the cards are sorted.')
    await press('[data-option="unsure"]')
    const done = wrapper.findAll('[aria-live="polite"]').map(region => region.text())
    expect(done).toContain('All the cards are sorted. You can move any of them.')
    expect(wrapper.find('[data-action="next"]').exists()).toBe(false)
  })

  it('shows only where the cards lie to a pupil who comes back when all are sorted', async () => {
    const { wrapper, press, pile, heading } = sorting(sorted)
    expect(wrapper.find('[data-round]').exists()).toBe(false)
    expect([pile('fine'), pile('clue'), pile('unsure')]).toEqual([['bridge', 'party'], ['our-secret', 'owe-me'], []])
    expect(wrapper.text()).toContain('All the cards are sorted.')
    await press('[data-card="party"]')
    expect(heading()).toBe('Card 4 of 4')
    expect(document.activeElement).toBe(wrapper.get('[data-round]').element)
  })

  it('comes back to an earlier card that was taken out and left', async () => {
    const { press, heading } = sorting(sorted)
    await press('[data-card="bridge"]')
    await press('[data-card="party"]')
    await press('[data-option="fine"]')
    await press('[data-action="next"]')
    expect(heading()).toBe('Card 1 of 4')
  })

  it('takes nothing while it is disabled', () => {
    const { wrapper } = sorting({ bridge: 'fine' }, true)
    expect(wrapper.findAll('button').every(button => button.attributes('disabled') !== undefined)).toBe(true)
  })
})
