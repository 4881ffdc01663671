// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import { useUndo } from '../../../composables/staff/use-undo'
import ClassGroups from './ClassGroups.vue'
import ClassUsual from './ClassUsual.vue'

const pupils = [{ id: 'p1', name: 'Ali' }, { id: 'p2', name: 'Zoë' }]

it('a group is made of some pupils of the class, and says that its name says nothing about anybody', async () => {
  const { press, fill, find, asked, told, text } = await openStaffPage(ClassGroups, {
    props: { classId: 'c1', groups: [], pupils }, answers: { 'POST /api/classes/c1/groups': { id: 'g1' } },
  })
  await press('New group')
  expect(text()).toContain('Choose a name that says nothing about anybody')
  await fill(/^Name of the group/, 'Wednesdays')
  fireEvent.click(find.getByRole('checkbox', { name: 'Zoë' }))
  await flushPromises()
  await press('Save')
  expect([asked, told('changed')]).toEqual([[{ what: 'POST /api/classes/c1/groups', body: { name: 'Wednesdays', pupilIds: ['p2'] } }], [[]]])
})

it('a group is removed at once, and undone', async () => {
  const { press, asked } = await openStaffPage(ClassGroups, {
    props: { classId: 'c1', groups: [{ id: 'g1', name: 'Wednesdays', pupilIds: ['p1'] }], pupils },
    answers: { 'DELETE /api/groups/g1': {}, 'POST /api/groups/g1/restore': {} },
  })
  await press('Remove Wednesdays')
  await useUndo().shown.value?.undo?.()
  expect(asked.map(({ what }) => what)).toEqual(['DELETE /api/groups/g1', 'POST /api/groups/g1/restore'])
})

const usual = { lessonDays: [2], sameOrder: false, boosterWeeks: 7 }

it('what is usual for a class counts at once, each press after the one before, and is undone', async () => {
  const { choose, find, asked, told } = await openStaffPage(ClassUsual, {
    props: { classId: 'c1', usual }, answers: { 'PATCH /api/classes/c1': { changed: true } },
  })
  // Pressed before the server has answered.
  fireEvent.click(find.getByRole('button', { name: 'Thursday' }))
  fireEvent.click(find.getByRole('button', { name: 'Tuesday' }))
  await flushPromises()
  expect(asked.map(({ body }) => body)).toEqual([{ lessonDays: [2, 4] }, { lessonDays: [4] }])
  fireEvent.click(find.getByRole('checkbox', { name: /Same question order for all/ }))
  await flushPromises()
  await useUndo().shown.value?.undo?.()
  await choose('Look back', 'Not at all')
  expect(asked.slice(2).map(({ body }) => body)).toEqual([{ sameOrder: true }, { sameOrder: false }, { boosterWeeks: null }])
  expect(told('changed')).not.toEqual([])
})

it('where the server is away, a class stays as it was and says so', async () => {
  const away = new Refused(503, '')
  const { find, text } = await openStaffPage(ClassUsual, { props: { classId: 'c1', usual }, answers: { 'PATCH /api/classes/c1': away } })
  fireEvent.click(find.getByRole('checkbox', { name: /Same question order for all/ }))
  await flushPromises()
  expect(find.getByRole<HTMLInputElement>('checkbox', { name: /Same question order for all/ }).checked).toBe(false)
  expect(text()).toContain('Something went wrong on the server')
})
