// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import ClassList from './ClassList.vue'
import ClassSettings from './ClassSettings.vue'
import DeletedClasses from './DeletedClasses.vue'
import ClassTrouble from './ClassTrouble.vue'
import PupilTable from './PupilTable.vue'
import ResetAllPictures from './ResetAllPictures.vue'

async function choose(field: HTMLElement, value: string) {
  (field as HTMLSelectElement).value = value
  fireEvent.change(field)
  await flushPromises()
}

describe('the list of classes', () => {
  it('leads to each class and its progress, by name', async () => {
    const { find, text } = await openStaffPage(ClassList, {
      props: { classes: [{ id: 'c1', name: '5B', pupils: 28, isOpen: true, yearEnds: '2027-08-31', staff: ['Ms Bird', 'Mr Carr'] }] },
    })
    expect(find.getByRole('link', { name: '5B' }).getAttribute('href')).toBe('/teach/classes/c1')
    expect(find.getByRole('link', { name: /^Progress ?: 5B$/ }).getAttribute('href')).toBe('/teach/classes/c1/board')
    for (const said of ['28 pupils', 'Ms Bird, Mr Carr', 'until 31 August 2027', 'Open for joining']) expect(text()).toContain(said)
  })
})

describe('the pupils of a class', () => {
  const pupils = [{ id: 'p1', name: 'Ali', hasCard: true }, { id: 'p2', name: 'Zoë', hasCard: false }]
  const open = (answers = {}, isArchived = false) => openStaffPage(PupilTable, { props: { pupils, classId: 'c1', isArchived }, answers })

  it('renames one', async () => {
    const what = 'PATCH /api/pupils/p1'
    const { find, fill, press, asked, told } = await open({ [what]: null })
    await press(/^Rename Ali/)
    await fill('First name or alias', 'Alia')
    await press('Save')
    expect([asked, told('changed')]).toEqual([[{ what, body: { name: 'Alia' } }], [[]]])
    expect(find.queryByLabelText('First name or alias')).toBeNull()
  })

  it('moves one to another class that is not archived, never to the same', async () => {
    const classes = [{ id: 'c1', name: '5B' }, { id: 'c2', name: '5C' }, { id: 'c3', name: 'Old', isArchived: true }]
    const { find, press, asked } = await open({ 'GET /api/classes': classes, 'PATCH /api/pupils/p1': null })
    await press(/^Move Ali/)
    expect(find.getAllByRole('option').map(({ textContent }) => textContent?.trim())).toEqual(['5C'])
    await choose(find.getByRole('combobox'), 'c2')
    await press('Move')
    expect(asked[1]).toEqual({ what: 'PATCH /api/pupils/p1', body: { classId: 'c2' } })
  })

  it('deletes nobody before it has asked, by name', async () => {
    const what = 'DELETE /api/pupils/p2'
    const { find, asked } = await open({ [what]: null })
    const [opens] = find.getAllByRole('button', { name: /Zoë/ }).slice(-1)
    fireEvent.click(opens!)
    await flushPromises()
    expect([asked.length, find.getByRole('dialog').getAttribute('aria-label')?.includes('Zoë')]).toEqual([0, true])
    fireEvent.click(find.getByRole('dialog').querySelector('[data-action="confirm"]')!)
    await flushPromises()
    expect(asked).toEqual([{ what, body: undefined }])
  })

  it('keeps the task open with the reason where it could not be done', async () => {
    const { find, fill, press } = await open({ 'PATCH /api/pupils/p1': new Refused(409, 'There is a Zoë in this class already.') })
    await press(/^Rename Ali/)
    await fill('First name or alias', 'Zoë')
    await press('Save')
    expect(find.getByRole('dialog').textContent).toContain('There is a Zoë in this class already.')
    expect(find.getByLabelText<HTMLInputElement>('First name or alias').value).toBe('Zoë')
  })

  it('of an archived class nothing is changed, but data is given and a pupil deleted', async () => {
    const { find } = await open({}, true)
    expect(find.queryAllByRole('button', { name: /Ali/ })).toHaveLength(1)
    expect(find.getByRole('link', { name: /Ali/ }).getAttribute('href')).toBe('/api/classes/c1/data?pupil=p1')
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
    colleagues: [{ id: 's3', name: 'Bo' }],
  }
  const open = (answers = {}, more = {}) => openStaffPage(ClassSettings, { props: { one: { ...one, ...more } }, answers })

  it('is shared with a colleague, and with those who may not be taken away for good', async () => {
    const { find, press, asked } = await open({ 'PUT /api/classes/c1/staff/s3': null, 'DELETE /api/classes/c1/staff/s2': null })
    await choose(find.getByRole('combobox', { name: 'Share with' }), 's3')
    await press('Share')
    await press('Stop sharing with Mr Carr')
    expect(asked.map(({ what }) => what)).toEqual(['PUT /api/classes/c1/staff/s3', 'DELETE /api/classes/c1/staff/s2'])
    expect(find.queryByRole('button', { name: 'Stop sharing with Ms Bird' })).toBeNull()
  })

  it('is deleted at one press, which the list of classes can take back', async () => {
    const what = 'DELETE /api/classes/c1'
    const { press, asked, navigateTo } = await open({ [what]: { goesAt: '2026-11-30T10:40:00Z' } })
    await press('Delete this class')
    expect(asked).toEqual([{ what, body: undefined }])
    expect(navigateTo).toHaveBeenCalledWith('/teach/classes')
  })

  it('stays where it may not be deleted, and says why', async () => {
    const { press, find, navigateTo } = await open({ 'DELETE /api/classes/c1': new Refused(403, 'A colleague made this class.') })
    await press('Delete this class')
    expect(find.getAllByRole('alert')[0]?.textContent).toContain('A colleague made this class.')
    expect(navigateTo).not.toHaveBeenCalled()
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
    for (const name of ['Make a new code', 'Archive this class', 'Delete this class'])
      expect(find.queryByRole('button', { name })).toBeNull()
  })
})

describe('tries to come in', () => {
  const trouble = { tried: [{ id: 'p1', name: 'Ali', mustWait: true }], isHeldUp: false }
  const open = (more = {}, answers = {}) =>
    openStaffPage(ClassTrouble, { props: { classId: 'c1', trouble, letInUntil: null, ...more }, answers })

  it('says as whom somebody tries, and lets the class in', async () => {
    const what = 'POST /api/classes/c1/let-in'
    const { text, press, asked, told } = await open({}, { [what]: null })
    expect(text()).toContain('as Ali, with other pictures')
    await press('Let the class in for 15 minutes')
    expect([asked.length, told('changed').length]).toEqual([1, 1])
  })

  it('shows no name by itself where the class may look on', async () => {
    const { find } = await open({ isShared: true })
    expect(find.getByText(/as Ali/).closest('details')?.open).toBe(false)
  })

  it('is not there while nobody tries', async () => {
    const { find } = await open({ trouble: { tried: [], isHeldUp: false } })
    expect(find.queryByRole('button')).toBeNull()
  })
})

describe('new pictures for everybody', () => {
  it('are asked twice', async () => {
    const { find, press, told } = await openStaffPage(ResetAllPictures, { props: { count: 28, isSending: false } })
    fireEvent.click(find.getAllByRole('button')[0]!)
    await flushPromises()
    expect([told('reset').length, find.getByRole('dialog').textContent?.includes('28')]).toEqual([0, true])
    await press('Close')
    expect(told('reset')).toEqual([])
    fireEvent.click(find.getAllByRole('button')[0]!)
    await flushPromises()
    fireEvent.click(find.getByRole('dialog').querySelector('[data-action="confirm"]')!)
    await flushPromises()
    expect([told('reset').length, find.getByRole('dialog').hasAttribute('open')]).toEqual([1, false])
  })
})
