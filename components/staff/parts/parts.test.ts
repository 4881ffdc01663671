// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { expect, it, vi } from 'vitest'
import { h } from 'vue'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import FiveWindows from './FiveWindows.vue'
import GettingIt from './GettingIt.vue'
import StaffDialog from './StaffDialog.vue'
import StaffFoot from './StaffFoot.vue'
import StaffMenu from './StaffMenu.vue'
import StaffSegments from './StaffSegments.vue'
import StaffSelect from './StaffSelect.vue'
import StateSign from './StateSign.vue'

it('the foot is pressed with Ctrl and Enter from anywhere, once what it waits for is there', async () => {
  const { told, setProps, find } = await openStaffPage(StaffFoot, { props: { action: 'Pick a class', name: 'assign', isReady: false } })
  const enter = () => fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
  enter()
  fireEvent.click(find.getByRole('button', { name: 'Pick a class' }))
  expect([told('act').length, told('missing').length]).toEqual([0, 2])
  await setProps({ action: 'Assign', isReady: true })
  enter()
  fireEvent.click(find.getByRole('button', { name: 'Assign' }))
  fireEvent.keyDown(document.body, { key: 'Enter' })
  expect(told('act')).toHaveLength(2)
})

it('Ctrl and Enter are the foot\'s even where a list or a field would have kept them, and not those of a dialog over it', async () => {
  const { told } = await openStaffPage(StaffFoot, { props: { action: 'Assign', name: 'assign' } })
  const heard = vi.fn((event: Event) => event.stopPropagation())
  const within = (parent: Element) => {
    const field = parent.appendChild(document.createElement('input'))
    field.addEventListener('keydown', heard)
    return field
  }
  fireEvent.keyDown(within(document.body), { key: 'Enter', ctrlKey: true })
  expect([told('act').length, heard.mock.calls.length]).toEqual([1, 0])
  const dialog = document.body.appendChild(document.createElement('div'))
  dialog.setAttribute('role', 'dialog')
  fireEvent.keyDown(within(dialog), { key: 'Enter', ctrlKey: true })
  expect([told('act').length, heard.mock.calls.length]).toEqual([1, 1])
})

it('a page that is late says so, and one that comes at once says nothing', async () => {
  vi.useFakeTimers()
  try {
    const { find } = await openStaffPage(GettingIt, { props: { text: 'Getting the class…' } })
    expect(find.getByRole('status').textContent.trim()).toBe('')
    await vi.advanceTimersByTimeAsync(400)
    expect(find.getByRole('status').textContent.trim()).toBe('Getting the class…')
  }
  finally {
    vi.useRealTimers()
  }
})

it('a dialog is called by its title, and what changes nothing closes it', async () => {
  const { find, press, told } = await openStaffPage(StaffDialog, {
    props: { open: true, title: 'Rename Ali', dismiss: 'Keep it' },
    slots: { default: () => h('p', 'As pupils know him.'), foot: () => h('button', 'Save') },
  })
  expect(find.getByRole('dialog', { name: 'Rename Ali' }).textContent).toContain('As pupils know him.')
  await press('Keep it')
  expect(told('update:open')).toEqual([[false]])
})

it('a menu opens by its button and says what was chosen', async () => {
  const { find, told } = await openStaffPage(StaffMenu, {
    props: { label: 'More for Ali', items: [{ action: 'move', text: 'Move' }, { action: 'remove', text: 'Remove', hint: 'Kept a day.' }] },
  })
  fireEvent.keyDown(find.getByRole('button', { name: 'More for Ali' }), { key: 'Enter' })
  const remove = await find.findByRole('menuitem', { name: /Remove/ })
  fireEvent.click(remove)
  await expect.poll(() => told('choose')).toEqual([['remove']])
})

it('five windows show fifths, and say nothing by themselves', async () => {
  await openStaffPage(FiveWindows, { props: { lit: 2, chance: 4 } })
  const windows = document.querySelector('.windows')
  expect([...windows?.children ?? []].map(one => one.className)).toEqual(['lit', 'lit', 'chance', 'chance', ''])
  expect(windows?.getAttribute('aria-hidden')).toBe('true')
})

it('a state is told by its shape, and in words where none stand beside it', async () => {
  const { text, setProps } = await openStaffPage(StateSign, { props: { state: 'excused', said: true } })
  expect(text()).toBe('Excused')
  await setProps({ said: false })
  expect([text(), document.querySelectorAll('.sign path').length]).toEqual(['', 1])
})

it('of what is seen at once one stays chosen, is asked for again by a second press, or none is where something else is', async () => {
  const options = [{ value: 'all', text: 'All 9' }, { value: 'look', text: 'To look at 2' }]
  const { press, find, told, setProps } = await openStaffPage(StaffSegments, { props: { modelValue: 'all', name: 'show', options } })
  await press('To look at 2')
  await press('All 9')
  expect(told('update:modelValue')).toEqual([['look'], ['all']])
  expect(find.getByRole('button', { name: 'All 9' }).getAttribute('aria-pressed')).toBe('true')
  expect(find.getByRole('button', { name: 'To look at 2' }).dataset.action).toBe('show-look')
  await setProps({ modelValue: undefined })
  expect(find.getAllByRole('button').map(one => one.getAttribute('aria-pressed'))).toEqual(['false', 'false'])
})

it('a choice says what is chosen, holds its options only while it is open, and tells another one', async () => {
  const options = [{ value: 'up', text: 'Moves up' }, { value: 'leaves', text: 'Leaves' }]
  const { choose, find, told } = await openStaffPage(StaffSelect, { props: { modelValue: 'up', label: 'What becomes of 5B', options } })
  expect(find.getByRole('combobox').getAttribute('aria-label')).toBe('What becomes of 5B: Moves up')
  expect(find.queryAllByRole('option')).toEqual([])
  await choose('What becomes of 5B', 'Leaves')
  expect(told('update:modelValue')).toEqual([['leaves']])
  expect(find.queryAllByRole('option')).toEqual([])
})
