// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import ProgressTable from './ProgressTable.vue'

const lesson = { id: 'a1', title: 'Seems legit', kind: 'lesson', part: { kind: 'whole' }, opensOn: '2026-07-06', hasOpened: true, isClosed: false }
const cell = (progress: string, points: number | null = null) =>
  ({ progress, points, max: points === null ? null : 8, isCatchingUp: false, hasSecondGo: false })
const pupils = [
  { id: 'p1', name: 'Zoë', cells: [cell('finished', 7)] },
  { id: 'p2', name: 'Ali', cells: [cell('started')] },
  { id: 'p3', name: 'Émile', cells: [cell('not-started')] },
  { id: 'p4', name: 'Bo', cells: [cell('excused')] },
]
const open = (more = {}) =>
  openStaffPage(ProgressTable, { props: { assignments: [lesson], pupils, showScores: false, ...more } })
const names = () => [...document.querySelectorAll('tbody th')].map(({ textContent }) => textContent?.trim())

it('begins by name, as people sort names', async () => {
  await open()
  expect(names()).toEqual(['Ali', 'Bo', 'Émile', 'Zoë'])
})

it('the same heading again turns it round, and says so to screen readers', async () => {
  const { press, find } = await open()
  const heading = () => find.getByRole('columnheader', { name: /Pupil/ }).getAttribute('aria-sort')
  expect(heading()).toBe('ascending')
  await press('Pupil')
  expect([names()[0], heading()]).toEqual(['Zoë', 'descending'])
})

it('sorts by how far pupils are in a lesson, by name among those who are as far', async () => {
  const { press } = await open({ pupils: [...pupils, { id: 'p5', name: 'Ada', cells: [cell('finished')] }] })
  await press(/^Seems legit/)
  expect(names()).toEqual(['Émile', 'Ali', 'Ada', 'Zoë', 'Bo'])
})

it('shows those alone who are where a teacher asks', async () => {
  const { find } = await open()
  const select = find.getByLabelText<HTMLSelectElement>('Show')
  select.value = 'not-started'
  fireEvent.change(select)
  await flushPromises()
  expect(names()).toEqual(['Émile'])
})

it('counts without the excused, and says from when a lesson is open', async () => {
  const { text, setProps } = await open()
  expect(text()).toContain('1 of 3 finished, 1 in it')
  await setProps({ assignments: [{ ...lesson, hasOpened: false }] })
  expect(text()).toContain('opens on 6 Jul')
})

it('keeps scores out of it until they are asked for, so that it can be shown to a class', async () => {
  const { text, setProps } = await open()
  expect(text()).not.toContain('7 of 8')
  await setProps({ showScores: true })
  expect(text()).toContain('7 of 8')
})

it('can be scrolled by keyboard, and says what it is', async () => {
  const { find } = await open()
  expect(find.getByRole('region', { name: 'Progress table' }).getAttribute('tabindex')).toBe('0')
})
