// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { useUndo } from '../../../composables/staff/use-undo'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import ChosenPupils from './ChosenPupils.vue'
import ClassPupils from './ClassPupils.vue'
import GroupPupils from './GroupPupils.vue'
import MovePupils from './MovePupils.vue'
import PupilTasks from './PupilTasks.vue'

const cell = (progress: string, more = {}) => ({ progress, points: null, max: null, isCatchingUp: false, hasSecondGo: false, ...more })
const lesson = { id: 'a1', lessonId: 'l1', title: 'Seems legit', kind: 'lesson', part: { kind: 'whole' }, opensOn: '2026-07-06', hasOpened: true, isClosed: false }
const pupils = [
  { id: 'p1', name: 'Ali', hasCard: true },
  { id: 'p2', name: 'Émile', hasCard: false },
  { id: 'p3', name: 'Zoë', hasCard: true },
]
const board = {
  assignments: [lesson],
  pupils: [
    { id: 'p1', name: 'Ali', cells: [cell('started', { isCatchingUp: true })] },
    { id: 'p2', name: 'Émile', cells: [cell('not-started')] },
    { id: 'p3', name: 'Zoë', cells: [cell('finished')] },
  ],
}
const one = { id: 'c1', name: '5B', isArchived: false, pupils, trouble: { tried: [{ id: 'p3', name: 'Zoë', mustWait: true }], isHeldUp: false }, groups: [{ id: 'g1', name: 'Wednesdays', pupilIds: ['p1'] }] }
const names = () => [...document.querySelectorAll('tbody th')].map(({ textContent }) => textContent?.trim())

describe('the pupils of a class', () => {
  const open = (answers = {}, more = {}) => openStaffPage(ClassPupils, { props: { one: { ...one, ...more }, board }, answers })

  it('are found by a part of their name, whatever its accents, and stand by name', async () => {
    const { fill, text } = await open()
    expect(names()).toEqual(['Ali', 'Émile', 'Zoë'])
    await fill('Find a pupil', 'em')
    expect(names()).toEqual(['Émile'])
    await fill('Find a pupil', 'zz')
    expect([names(), text().includes('Nobody of that name is in this class.')]).toEqual([[], true])
  })

  it('who cannot get in and who catches up are one press away, each with how many', async () => {
    const { find, press } = await open()
    await press('Can’t get in 1')
    expect(names()).toEqual(['Zoë'])
    await press('Catching up 1')
    expect(names()).toEqual(['Ali'])
    await press('All 3')
    expect(find.getAllByRole('row')).toHaveLength(4)
  })

  it('one who cannot get in is let in with one press', async () => {
    const what = 'POST /api/pupils/p3/let-in'
    const { press, asked, told } = await open({ [what]: {} })
    await press('Let in Zoë')
    expect([asked.map(({ what: said }) => said), told('changed')]).toEqual([[what], [[]]])
  })

  it('choosing rows brings what can be done for several at once, and choosing nobody takes it away', async () => {
    const { find, press } = await open()
    const bar = document.querySelector<HTMLElement>('.bar')!
    expect(bar.hidden).toBe(true)
    fireEvent.click(find.getByRole('checkbox', { name: 'Choose Émile' }))
    fireEvent.click(find.getByRole('checkbox', { name: 'Choose Zoë' }))
    await flushPromises()
    expect([bar.hidden, bar.textContent?.includes('2 chosen')]).toEqual([false, true])
    await press('Choose nobody')
    expect(bar.hidden).toBe(true)
  })

  it('the keyboard goes on where it was when what was chosen is done', async () => {
    const { find, press } = await open()
    fireEvent.click(find.getByRole('checkbox', { name: 'Choose Émile' }))
    await flushPromises()
    await press('Choose nobody')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Choose Émile')
  })

  it('groups stand beside the names, and not where the class has none', async () => {
    const { find } = await open()
    expect(find.getByRole('row', { name: /Ali/ }).textContent).toContain('Wednesdays')
    expect(find.getByRole('row', { name: /Zoë/ }).textContent).not.toContain('Wednesdays')
    expect(find.getByRole('columnheader', { name: 'Groups' })).toBeTruthy()
  })

  it('of an archived class nobody is chosen, and nothing is changed', async () => {
    const { find } = await open({}, { isArchived: true })
    expect(find.queryAllByRole('checkbox')).toEqual([])
  })
})

describe('some chosen pupils', () => {
  const some = [{ id: 'p1', name: 'Ali', progress: 'started' }, { id: 'p3', name: 'Zoë', progress: 'finished' }]
  const open = (answers = {}, more = {}) => openStaffPage(ChosenPupils, { props: { classId: 'c1', groups: one.groups, pupils: some, lesson, ...more }, answers })

  it('are excused, but for those who have finished, and nobody is chosen any more', async () => {
    const what = 'POST /api/assignments/a1/excuse'
    const { press, asked, told } = await open({ [what]: null })
    await press('Excuse')
    expect([asked, told('done')]).toEqual([[{ what, body: { pupilId: 'p1', excused: true } }], [[]]])
  })

  it('are not excused from a lesson that is closed', async () => {
    const { find } = await open({}, { lesson: { ...lesson, isClosed: true } })
    expect(find.queryByRole('button', { name: 'Excuse' })).toBeNull()
  })

  it('stay chosen where the server says no, with its reason', async () => {
    const { press, told, text } = await open({ 'POST /api/assignments/a1/excuse': new Refused(409, 'This class is archived.') })
    await press('Excuse')
    expect([told('done'), text().includes('This class is archived.')]).toEqual([[], true])
  })
})

describe('one pupil', () => {
  const open = (answers = {}, isArchived = false) =>
    openStaffPage(PupilTasks, { props: { classId: 'c1', pupil: pupils[0], isArchived }, answers })
  /** Opens ⋯ as a keyboard does. */
  async function choose(find: Awaited<ReturnType<typeof open>>['find'], name: string) {
    const button = find.getByRole('button', { name: 'More for Ali' })
    button.focus()
    fireEvent.keyDown(button, { key: 'Enter' })
    await flushPromises()
    const item = find.getByRole('menuitem', { name })
    fireEvent.keyDown(item, { key: 'Enter' })
    await flushPromises()
  }

  it('is renamed, and back', async () => {
    const what = 'PATCH /api/pupils/p1'
    const { find, fill, press, asked, told } = await open({ [what]: null })
    await choose(find, 'Rename')
    await fill('First name or alias', 'Alia')
    await press('Save')
    expect([asked, told('changed')]).toEqual([[{ what, body: { name: 'Alia' } }], [[]]])
    await useUndo().shown.value?.undo?.()
    expect(asked.at(-1)).toEqual({ what, body: { name: 'Ali' } })
  })

  it('is erased only after somebody has read that it cannot be undone', async () => {
    const what = 'DELETE /api/pupils/p1'
    const { find, press, asked, told } = await open({ [what]: null })
    await choose(find, 'Erase')
    expect([asked, find.getByRole('dialog').textContent?.includes('This cannot be undone.')]).toEqual([[], true])
    await press('Erase for good')
    expect([asked, told('erased')]).toEqual([[{ what, body: undefined }], [[]]])
  })

  it('keeps the task open with the reason where it could not be done', async () => {
    const { find, fill, press } = await open({ 'PATCH /api/pupils/p1': new Refused(409, 'There is a Zoë in this class already.') })
    await choose(find, 'Rename')
    await fill('First name or alias', 'Zoë')
    await press('Save')
    expect(find.getByRole('dialog').textContent).toContain('There is a Zoë in this class already.')
  })
})

describe('moving pupils', () => {
  it('asks for another class that is not archived, never the same, and moves all of them', async () => {
    const classes = [{ id: 'c1', name: '5B' }, { id: 'c2', name: '5C' }, { id: 'c3', name: 'Old', isArchived: true }]
    const { find, press, asked, setProps } = await openStaffPage(MovePupils, {
      props: { open: false, classId: 'c1', pupils: pupils.slice(0, 2) },
      answers: {
        'GET /api/classes': classes, 'PATCH /api/pupils/p1': null, 'PATCH /api/pupils/p2': null, 'PUT /api/groups/g1': {},
        // Once before they go, once when they are back: moving took them out of it.
        'GET /api/classes/c1': () => ({ groups: [{ id: 'g1', name: 'Wednesdays', pupilIds: asked.length < 4 ? ['p1', 'p3'] : ['p3'] }] }),
      },
    })
    await setProps({ open: true })
    expect(find.getAllByRole('option').map(({ textContent }) => textContent?.trim())).toEqual(['Choose a class', '5C'])
    const select = find.getByRole<HTMLSelectElement>('combobox')
    select.value = 'c2'
    fireEvent.change(select)
    await flushPromises()
    await press('Move')
    expect(asked.slice(2).map(({ what, body }) => [what, body])).toEqual([
      ['PATCH /api/pupils/p1', { classId: 'c2' }],
      ['PATCH /api/pupils/p2', { classId: 'c2' }],
    ])
    await useUndo().shown.value?.undo?.()
    expect(asked.at(-1)).toEqual({ what: 'PUT /api/groups/g1', body: { name: 'Wednesdays', pupilIds: ['p3', 'p1'] } })
  })
})

describe('a group of chosen pupils', () => {
  const groups = [{ id: 'g1', name: 'Wednesdays', pupilIds: ['p2'] }]
  const some = [{ id: 'p1', name: 'Ali' }, { id: 'p2', name: 'Émile' }]
  const open = (answers: object, known = groups) =>
    openStaffPage(GroupPupils, { props: { open: true, classId: 'c1', groups: known, pupils: some }, answers: { ...answers } })

  it('takes them in beside who is in it, and lets them go again', async () => {
    const { press, asked, told } = await open({ 'PUT /api/groups/g1': {} })
    await press('Put in the group')
    await flushPromises()
    expect([asked.at(-1)?.body, told('done').length]).toEqual([{ name: 'Wednesdays', pupilIds: ['p2', 'p1'] }, 1])
    expect(useUndo().shown.value?.text).toBe('2 pupils are in Wednesdays now.')
    await useUndo().shown.value?.undo?.()
    expect(asked.at(-1)?.body).toEqual({ name: 'Wednesdays', pupilIds: ['p2'] })
  })

  it('is made where the class has none, and is gone when that is undone', async () => {
    const { press, fill, asked } = await open({ 'POST /api/classes/c1/groups': { id: 'g2' }, 'DELETE /api/groups/g2': {} }, [])
    await fill(/^Name of the group/, 'Blue')
    await press('Put in the group')
    expect(asked.at(-1)?.body).toEqual({ name: 'Blue', pupilIds: ['p1', 'p2'] })
    await useUndo().shown.value?.undo?.()
    expect(asked.at(-1)?.what).toBe('DELETE /api/groups/g2')
  })
})
