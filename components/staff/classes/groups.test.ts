// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import { useUndo } from '../../../composables/staff/use-undo'
import ClassGroups from './ClassGroups.vue'
import LessonDays from './LessonDays.vue'

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

it('lesson days are turned on and off one by one', async () => {
  const { press, asked } = await openStaffPage(LessonDays, { props: { classId: 'c1', days: [2] }, answers: { 'PATCH /api/classes/c1': { changed: true } } })
  await press('Thursday')
  await press('Tuesday')
  expect(asked.map(({ body }) => body)).toEqual([{ lessonDays: [2, 4] }, { lessonDays: [] }])
})
