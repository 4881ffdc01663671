// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { ref, shallowRef } from 'vue'
import { parse } from 'yaml'
import { config, type SortAnswer } from '#activities/sort/schema'
import { footKey } from '../parts/stage'
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
  const pile = async (group: string) => {
    if (wrapper.find(`[data-look="${group}"]`).exists()) await press(`[data-look="${group}"]`)
    const cards = wrapper.findAll(`[data-pile="${group}"] [data-card]`).map(card => card.attributes('data-card'))
    if (cards.length > 0) await press(`[data-look="${group}"]`)
    return cards
  }
  const hand = () => wrapper.get<HTMLElement>('[data-hand]')
  return { wrapper, press, pile, hand, inHand: () => hand().attributes('aria-label'), given: () => wrapper.emitted('answer')?.pop()?.[0] }
}

const sorted = { bridge: 'fine', 'our-secret': 'clue', 'owe-me': 'clue', party: 'fine' }

afterEach(() => {
  document.body.innerHTML = ''
})

describe('sorting', () => {
  it('shows one card, and a basket for each group with a sign and its name, and no number before a card lies in it', () => {
    const { wrapper, inHand } = sorting()
    expect(inHand()).toBe('Card 1 of 4: "Cool bridge! How did you build it?"')
    expect(wrapper.findAll('button[data-option]').map(button => button.text())).toEqual(['Seems fine', 'That\'s a clue', 'Not sure'])
    expect(wrapper.findAll('button[data-option] .sign svg')).toHaveLength(3)
    expect(wrapper.find('[data-look]').exists()).toBe(false)
    expect(wrapper.get('[data-action="your-turn"]').text()).toBe('4 cards left')
  })

  it('costs one press a card: the next comes by itself, with what the place of the last one says beside it', async () => {
    const { wrapper, press, inHand, given } = sorting()
    await press('[data-option="clue"]')
    expect(given()).toEqual({ bridge: 'clue' })
    const feedback = wrapper.get('[aria-live="polite"] [data-feedback]')
    expect(feedback.text()).toMatch(/In: That's a clue\.\s*It is good to look closely\./)
    expect(inHand()).toMatch(/^Card 2 of 4: "This is our secret/)
    expect(wrapper.findAll('[aria-live="polite"]').map(region => region.text()).join(' ')).toContain('Card 2 of 4: "This is our secret')
    // The focus stays where the pupil works.
    expect(document.activeElement).toBe(wrapper.get('[data-option="clue"]').element)
    await press('[data-option="clue"]')
    expect(given()).toEqual({ bridge: 'clue', 'our-secret': 'clue' })
    expect(wrapper.get('[data-action="your-turn"]').text()).toBe('2 cards left')
  })

  it('is thrown by the keys 1, 2 and 3 while the card has the focus, which stays on the card', async () => {
    const { wrapper, hand, inHand, given } = sorting()
    await wrapper.get('[data-option="fine"]').trigger('keydown', { key: '2' })
    expect(given()).toBeUndefined()
    hand().element.focus()
    await hand().trigger('keydown', { key: '4' })
    await hand().trigger('keydown', { key: '2', ctrlKey: true })
    expect(given()).toBeUndefined()
    await hand().trigger('keydown', { key: '2' })
    expect(given()).toEqual({ bridge: 'clue' })
    expect(inHand()).toMatch(/^Card 2 of 4/)
    expect(document.activeElement).toBe(hand().element)
  })

  it('is not thrown by the second half of a double click, which is meant for the card before', async () => {
    const { wrapper, given } = sorting()
    await wrapper.get('[data-option="fine"]').trigger('click', { detail: 1 })
    await wrapper.get('[data-option="fine"]').trigger('click', { detail: 2 })
    expect(given()).toEqual({ bridge: 'fine' })
  })

  it('is taken back by one press, and placed elsewhere', async () => {
    const { wrapper, press, hand, inHand, given } = sorting()
    await press('[data-option="clue"]')
    await press('[data-action="retry"]')
    expect(given()).toEqual({})
    expect(inHand()).toMatch(/^Card 1 of 4/)
    expect(document.activeElement).toBe(hand().element)
    expect(wrapper.find('[data-feedback]').exists()).toBe(false)
    await press('[data-option="fine"]')
    expect(given()).toEqual({ bridge: 'fine' })
    expect(wrapper.get('[data-feedback]').text()).toContain('It is about the game')
  })

  it('takes any card out of its basket to be placed again, then goes on to a card that lies nowhere', async () => {
    const { wrapper, press, inHand, pile } = sorting({ bridge: 'clue', 'our-secret': 'clue' })
    expect(inHand()).toMatch(/^Card 3 of 4/)
    const look = wrapper.get('[data-look="clue"]')
    expect(look.attributes()).toMatchObject({ 'aria-label': 'That\'s a clue holds 2 cards. Look inside', 'aria-expanded': 'false' })
    await press('[data-look="clue"]')
    expect(look.attributes('aria-expanded')).toBe('true')
    expect(wrapper.get('[data-card="bridge"]').attributes('aria-label')).toBe(
      'Take out and sort again: "Cool bridge! How did you build it?"',
    )
    await press('[data-card="bridge"]')
    expect(inHand()).toMatch(/^Card 1 of 4/)
    expect(await pile('clue')).toEqual(['our-secret'])
    await press('[data-option="fine"]')
    expect(inHand()).toMatch(/^Card 3 of 4/)
  })

  it('says so in a live region when all cards are sorted, and leaves nothing to throw', async () => {
    const { party: _, ...allButOne } = sorted
    const { wrapper, hand } = sorting(allButOne)
    expect(wrapper.text()).not.toContain('All the cards are sorted.')
    hand().element.focus()
    await hand().trigger('keydown', { key: '3' })
    await flushPromises()
    const done = wrapper.findAll('[aria-live="polite"]').map(region => region.text())
    expect(done).toContain('All the cards are sorted. Press a basket to take a card back.')
    expect(wrapper.find('[data-hand], [data-action="your-turn"]').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.get('.done').element)
  })

  it('opens a basket by a press on it for a pupil who comes back when all are sorted', async () => {
    const { wrapper, press, pile, hand, inHand } = sorting(sorted)
    expect([await pile('fine'), await pile('clue'), await pile('unsure')]).toEqual([['bridge', 'party'], ['our-secret', 'owe-me'], []])
    expect(wrapper.get('[data-option="unsure"]').attributes('disabled')).toBeDefined()
    await press('[data-option="fine"]')
    await press('[data-card="party"]')
    expect(inHand()).toMatch(/^Card 4 of 4/)
    expect(document.activeElement).toBe(hand().element)
  })

  it('can be skipped with a card in its basket as well: taking back stands beside Skip, not in its place', async () => {
    const foot = { main: ref(null), links: ref(null), taken: ref(0), action: ref(''), linksTaken: ref(0), back: shallowRef(null) }
    const host = testHost()
    const wrapper = mount(Sort, {
      props: { activity, answer: {}, onAnswer: (given: SortAnswer) => void wrapper.setProps({ answer: given }) },
      ...host,
      global: { provide: { ...host.global.provide, [footKey as symbol]: foot } },
    })
    await wrapper.get('[data-option="fine"]').trigger('click')
    await flushPromises()
    expect(wrapper.find('[data-action="retry"]').exists()).toBe(true)
    expect([foot.taken.value, foot.linksTaken.value]).toEqual([1, 0])
  })

  it('takes nothing while it is disabled', async () => {
    const { wrapper, hand, given } = sorting({ bridge: 'fine' }, true)
    expect(wrapper.findAll('button').every(button => button.attributes('disabled') !== undefined)).toBe(true)
    await hand().trigger('keydown', { key: '1' })
    expect(given()).toBeUndefined()
  })
})
