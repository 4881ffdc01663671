// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { config } from '#activities/match/schema'
import { testHost } from '../../tests/support/lessons/player-host'
import Match from './Match.vue'

const activity = config.parse({
  id: 'test', type: 'match', title: 'Test', question: 'Which?',
  pairs: [
    { id: 'secret', left: 'Tell nobody', right: 'A secret', feedback: 'You can tell.', nudge: 'Look at "nobody".' },
    { id: 'gift', left: 'You owe me', right: 'A price', feedback: 'You owe nothing.', nudge: 'Look at "owe".' },
  ],
})

/** In a player that keeps the answer, as the real one does. */
function matching(answer?: string[]) {
  const wrapper = mount(Match, {
    props: { activity, answer, onAnswer: (given: string[]) => void wrapper.setProps({ answer: given }) },
    ...testHost(),
  })
  const press = async (...selectors: string[]) => {
    for (const selector of selectors) await wrapper.get(selector).trigger('click')
    await flushPromises()
  }
  return { wrapper, press, answers: () => wrapper.emitted('answer')?.map(([given]) => given) }
}

it('joins two that belong together by a line, and says that they do, why, and how many are left', async () => {
  const { wrapper, press, answers } = matching()
  await press('[data-left="gift"]')
  expect(wrapper.get('[data-left="gift"]').attributes('aria-pressed')).toBe('true')
  await press('[data-right="gift"]')
  expect(answers()).toEqual([['gift']])
  expect(wrapper.get('[aria-live] [data-feedback]').text()).toMatch(/You owe me goes with A price\. 1 left\.\s*You owe nothing\./)
  expect(wrapper.findAll('path[d^="M"]').length).toBeGreaterThan(0)
  // Both stay, each says what it goes with, and both have the same number where lines cannot be told apart.
  expect(wrapper.get('[data-left="gift"]').text()).toBe('1You owe me goes with A price')
  expect(wrapper.get('[data-right="gift"]').text()).toBe('1A price goes with You owe me')
  wrapper.unmount()
})

it('has the first open one in hand, and takes them in either order once that is put back', async () => {
  const { wrapper, press, answers } = matching()
  expect(wrapper.get('[data-left="secret"]').attributes('aria-pressed')).toBe('true')
  await press('[data-left="secret"]', '[data-right="gift"]', '[data-left="gift"]')
  expect(answers()).toEqual([['gift']])
  expect(wrapper.get('[data-left="secret"]').attributes('aria-pressed')).toBe('true')
  await press('[data-right="secret"]')
  expect(answers()).toEqual([['gift'], ['gift', 'secret']])
  wrapper.unmount()
})

it('takes a line away by one press at either end', async () => {
  for (const end of ['[data-left="gift"]', '[data-right="gift"]']) {
    const { wrapper, press, answers } = matching(['gift', 'secret'])
    await press(end)
    expect(answers()).toEqual([['secret']])
    wrapper.unmount()
  }
})

it('gives a hint for what does not go together, loses nothing, and marks what was tried', async () => {
  const { wrapper, press, answers } = matching([])
  await press('[data-right="gift"]')
  expect(answers()).toBeUndefined()
  expect(wrapper.get('[data-feedback]').text()).toContain('Look at "nobody".')
  expect(wrapper.get('[data-left="secret"]').attributes('aria-pressed')).toBe('true')
  expect(wrapper.get('[data-right="gift"]').text()).toContain('tried')
  await press('[data-left="gift"]')
  expect(wrapper.get('[data-left="gift"]').attributes('aria-pressed')).toBe('true')
  expect(wrapper.find('[data-feedback]').exists()).toBe(false)
  wrapper.unmount()
})
