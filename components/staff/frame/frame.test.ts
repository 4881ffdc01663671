// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import words from '../../../i18n/locales/en/staff.json' with { type: 'json' }
import { useUndo } from '../../../composables/staff/use-undo'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import DoorSign from './DoorSign.vue'
import StaffRail from './StaffRail.vue'
import UndoToasts from './UndoToasts.vue'

const classes = Array.from({ length: 10 }, (_, index) => ({ id: `c${index}`, name: `5${'ABCDEFGHIJ'[index]}`, isArchived: index === 1 }))

it('the rail leads to eight of one\'s classes, to all of them, and admins to the school', async () => {
  const { find, setProps } = await openStaffPage(StaffRail, {
    props: { isAdmin: false }, path: '/teach/classes/c2', answers: { 'GET /api/classes': classes },
  })
  const links = () => find.getAllByRole('link').map(link => link.textContent?.trim())
  expect(links().slice(1)).toEqual(['Today', 'Classes', '5A', '5C', '5D', '5E', '5F', '5G', '5H', '5I', 'All classes', 'Lessons', 'Your LMS'])
  expect(find.getByRole('link', { name: '5C' }).getAttribute('aria-current')).toBe('page')
  await setProps({ isAdmin: true })
  expect(links()).toContain('School')
})

it('what was done is said, and taken back by the button or by Ctrl and Z outside of a field', async () => {
  const { find } = await openStaffPage(UndoToasts)
  const undo = vi.fn(() => Promise.resolve())
  const { done } = useUndo()
  done('Fog Radio removed.', undo)
  await flushPromises()
  fireEvent.click(find.getByRole('button', { name: /Undo/ }))
  await flushPromises()
  expect(undo).toHaveBeenCalledTimes(1)
  await expect.poll(() => document.querySelector('[data-toast]')?.textContent).toContain('Taken back.')

  done('Closed.', undo)
  await flushPromises()
  const field = document.body.appendChild(document.createElement('input'))
  fireEvent.keyDown(field, { key: 'z', ctrlKey: true })
  expect(undo).toHaveBeenCalledTimes(1)
  // A box that is ticked has no Undo of its own: from there, as from anywhere.
  const box = document.body.appendChild(Object.assign(document.createElement('input'), { type: 'checkbox' }))
  fireEvent.keyDown(box, { key: 'z', ctrlKey: true })
  await flushPromises()
  expect(undo).toHaveBeenCalledTimes(2)
})

it('no button or heading has a word of administration where a teacher has one', () => {
  const all = (value: unknown): string[] => typeof value === 'string' ? [value] : Object.values(value as object).flatMap(all)
  const found = all(words).filter(text => /^(?:give|take away|other days|data|withdraw|reset|submit|ok)\b/i.test(text))
  expect(found).toEqual([])
})

it('the sign at the door leads staff to Today, and whoever is not in to the front page', async () => {
  const { find, setProps } = await openStaffPage(DoorSign)
  const to = () => find.getByRole('link', { name: 'Who\'s There?' }).getAttribute('href')
  expect(to()).toBe('/teach')
  await setProps({ to: '/' })
  expect(to()).toBe('/')
})
