// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import BoardChips from './BoardChips.vue'

const chip = (id: string, name: string, progress: string, max: number | null = null) =>
  ({ id, name, progress, cell: { progress, points: max, max, isCatchingUp: false, hasSecondGo: false } })
const chips = [chip('p1', 'Ali', 'started'), chip('p2', 'Zoë', 'finished', 8)]
const open = (more = {}) => openStaffPage(BoardChips, {
  props: { chips, isForRoom: false, showScores: false, itemsFor: () => [{ action: 'act', text: 'Excuse' }], ...more },
})

it('for the teacher each chip says its state and opens what can be done', async () => {
  const { find, told } = await open()
  fireEvent.keyDown(find.getByRole('button', { name: /^Ali ?, In the lesson$/ }), { key: 'Enter' })
  await flushPromises()
  fireEvent.keyDown(find.getByRole('menuitem', { name: 'Excuse' }), { key: 'Enter' })
  await flushPromises()
  expect(told('choose')).toEqual([['act', chips[0]]])
})

it('for the room there is nothing to press, and who has finished has nothing left to do', async () => {
  const { find, text } = await open({ isForRoom: true })
  expect(find.queryByRole('button')).toBeNull()
  expect(text()).toContain('Zoë, Nothing left to do')
})

it('totals are not there until they are asked for', async () => {
  const { text, setProps } = await open()
  expect(text()).not.toContain('8 of 8')
  await setProps({ showScores: true })
  expect(text()).toContain('8 of 8')
})

it.each([[32, 4, 8], [33, 5, 7], [45, 5, 9], [46, 6, 8], [10, 4, 3]])('%i pupils stand in %i columns of %i', async (count, columns, rows) => {
  await open({ chips: Array.from({ length: count }, (_, index) => chip(`p${index}`, `Pupil ${index}`, 'not-started')) })
  const list = document.querySelector<HTMLElement>('.chips')
  expect([list?.style.getPropertyValue('--columns'), list?.style.getPropertyValue('--rows')]).toEqual([String(columns), String(rows)])
})
