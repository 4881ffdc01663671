// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { useUndo } from '../../../composables/staff/use-undo'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import ClassList from './ClassList.vue'
import ClassSettings from './ClassSettings.vue'
import DeletedClasses from './DeletedClasses.vue'

describe('the list of classes', () => {
  it('leads to each class and its board, by name', async () => {
    const { find, text } = await openStaffPage(ClassList, {
      props: { classes: [{ id: 'c1', name: '5B', pupils: 28, isOpen: true, yearEnds: '2027-08-31', staff: ['Ms Bird', 'Mr Carr'] }] },
    })
    expect(find.getByRole('link', { name: '5B' }).getAttribute('href')).toBe('/teach/classes/c1')
    expect(find.getByRole('link', { name: /^Board ?: 5B$/ }).getAttribute('href')).toBe('/teach/classes/c1/board')
    for (const said of ['28 pupils', 'Ms Bird, Mr Carr', 'until 31 August 2027', 'Open for joining']) expect(text()).toContain(said)
  })
})

describe('settings of a class', () => {
  const one = {
    id: 'c1',
    name: '5B',
    isArchived: false,
    staff: [
      { id: 's1', name: 'Ms Bird', isFixed: true },
      { id: 's2', name: 'Mr Carr', isFixed: false },
    ],
    canDelete: true,
    pupils: [],
    lessonDays: [],
    groups: [],
    colleagues: [{ id: 's3', name: 'Bo' }],
  }
  const open = (answers = {}, more = {}) => openStaffPage(ClassSettings, { props: { one: { ...one, ...more } }, answers })

  it('is shared with a colleague, and with those who may not be taken away for good', async () => {
    const { find, press, choose, asked } = await open({ 'PUT /api/classes/c1/staff/s3': null, 'DELETE /api/classes/c1/staff/s2': null })
    await choose('Share with', 'Bo')
    await press('Share')
    await press('Stop sharing with Mr Carr')
    expect(asked.map(({ what }) => what)).toEqual(['PUT /api/classes/c1/staff/s3', 'DELETE /api/classes/c1/staff/s2'])
    expect(find.queryByRole('button', { name: 'Stop sharing with Ms Bird' })).toBeNull()
  })

  it('what is changed about it is undone: its name, who has it, that it was put away', async () => {
    const path = '/api/classes/c1'
    const { fill, press, asked } = await open({
      [`PATCH ${path}`]: { changed: true }, [`PUT ${path}/staff/s2`]: null, [`DELETE ${path}/staff/s2`]: null, [`PUT ${path}/archived`]: null,
    })
    const undo = () => useUndo().shown.value?.undo?.()
    await fill(/^Name/, '5 Birch')
    await press('Save')
    await undo()
    await press('Stop sharing with Mr Carr')
    await undo()
    await press('Archive')
    await undo()
    expect(asked.map(({ what, body }) => [what, body])).toEqual([
      [`PATCH ${path}`, { name: '5 Birch' }],
      [`PATCH ${path}`, { name: '5B' }],
      [`DELETE ${path}/staff/s2`, undefined],
      [`PUT ${path}/staff/s2`, undefined],
      [`PUT ${path}/archived`, { archived: true }],
      [`PUT ${path}/archived`, { archived: false }],
    ])
  })

  it('is deleted at one press, which its page does, for nothing of it is left to stand on', async () => {
    const { press, asked, told } = await open()
    await press('Delete')
    expect([asked, told('remove')]).toEqual([[], [[]]])
  })

  it('says why, where something is not changed', async () => {
    const { press, text } = await open({ 'POST /api/classes/c1/code': new Refused(409, 'This class is archived.') })
    await press('Change')
    expect(text()).toContain('This class is archived.')
  })

  it('is brought back from the list of classes, and says until when that can be done', async () => {
    const { press, text, asked, told } = await openStaffPage(DeletedClasses, { answers: {
      'GET /api/deleted-classes': [{ id: 'c1', name: '5B', goesAt: '2026-11-30T10:40:00Z' }],
      'POST /api/classes/c1/undelete': null,
    } })
    expect(text()).toMatch(/5B is deleted. It goes for good Monday.* 10:40/)
    await press('Undo: bring 5B back')
    expect([asked[1]?.what, told('changed')]).toEqual(['POST /api/classes/c1/undelete', [[]]])
  })

  it('an archived class has no new code or name; who may not delete it is not offered to', async () => {
    const { find } = await open({}, { isArchived: true, canDelete: false })
    for (const name of ['Change', 'Archive', 'Delete'])
      expect(find.queryByRole('button', { name })).toBeNull()
  })
})
