// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openStaffPage } from '../../tests/support/staff/staff-page'
import PresentTogether from './PresentTogether.vue'

const props = { classId: 'c1', lesson: 'door', locale: 'en', screen: 'quiz', item: 'q1' }
const path = '/api/classes/c1/round'
const round = (id: string, of = {}) => ({ round: { id, lesson: 'door', item: 'q1', answered: 3, isShown: false, options: [], ...of } })
const none = { round: null }

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

it('ends its own round, and says which', async () => {
  const ending = `DELETE ${path}?round=r1`
  const { press, asked, text } = await openStaffPage(PresentTogether, {
    props, answers: { [`GET ${path}`]: none, [`POST ${path}`]: round('r1'), [ending]: none },
  })
  await press('Answer on devices')
  expect(text()).toContain('3 have answered.')
  await press('End, and forget it')
  expect(asked.at(-1)?.what).toBe(ending)
})

it('shows nothing of a round that another board has begun since, and says that its own has ended', async () => {
  const { press, asked, text } = await openStaffPage(PresentTogether, {
    props, answers: { [`GET ${path}`]: none, [`POST ${path}`]: round('r1'), [`POST ${path}/show`]: round('r2', { answered: 9 }) },
  })
  await press('Answer on devices')
  await press('Show what the class said')
  await flushPromises()
  expect(asked.at(-1)).toEqual({ what: `POST ${path}/show`, body: { round: 'r1' } })
  expect(text()).not.toContain('9 have answered.')
  expect(text()).toContain('The question has ended')
})
