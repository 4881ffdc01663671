// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import AddPupils from './AddPupils.vue'
import ListChoice from './ListChoice.vue'
import ListDoubts from './ListDoubts.vue'
import ListFound from './ListFound.vue'
import ListTaken from './ListTaken.vue'
import ListTargets from './ListTargets.vue'
import RosterUndo from './RosterUndo.vue'
import YearComparison from './YearComparison.vue'

const LIST = 'POST /api/class-lists'
const pupil = { id: 'p1', name: 'Ali', pictures: ['fish', 'sun', 'boat'] }
const taken = { id: 'l1', until: '2026-11-30T10:00:00Z', classes: [{ id: 'c1', name: '5B', isNew: false, pupils: [pupil] }] }
const own = { id: 'c1', name: '5B', year: '', yearEnds: '2027-07-31', isArchived: false, isOpen: false, pupils: 1, staff: [] }
const hazel = { ...own, id: 'c2', name: '5 Hazel' }

const add = (answers = {}, props = {}) => openStaffPage(AddPupils, {
  props: { classId: 'c1', className: '5B', classes: [own, hazel], ...props },
  answers: {
    'GET /api/classes': [own], 'GET /api/classes/c1': { pupils: [{ id: 'z', name: 'Zoë' }] }, 'GET /api/classes/c2': { pupils: [] }, ...answers,
  },
})
type Page = Awaited<ReturnType<typeof add>>

async function type({ fill, press }: Page, names: string) {
  await fill('Names', names)
  await press('Look through the list')
  await flushPromises()
}
async function choose({ find }: Page, text: string, name = 'list.csv') {
  const field = find.getByLabelText(/CSV file/)
  Object.defineProperty(field, 'files', { value: [new File([text], name)], configurable: true })
  fireEvent.change(field)
  await expect.poll(() => find.queryByRole('heading', { name: 'Look through the list' }) ?? find.queryByRole('alert')).not.toBeNull()
  await flushPromises()
}
const sent = ({ asked }: Page) =>
  asked.filter(({ what }) => what === LIST).map(({ body }) => (body as { classes: readonly object[] }).classes)
const foot = ({ find }: Page) => find.getAllByRole('button').find(button => button.dataset.action === 'add')

it('sends nothing before every doubt is settled, and then only names', async () => {
  const page = await add({ [LIST]: taken })
  await choose(page, 'Forename,Surname,DOB\nAli,Khan,2015-03-01\nSMITH Kai,Smith,2015-04-01\nTotal: 2,,\n')
  expect(foot(page)?.textContent).toContain('2 to look at')
  await page.press('2 to look at')
  expect(sent(page)).toEqual([])
  expect(page.text()).not.toContain('2015')
  await page.press('All 2 are right')
  await page.press('Add 2 pupils')
  expect(sent(page)).toEqual([[{ classId: 'c1', name: '', year: '', staffIds: [], names: ['Kai', 'Ali'].sort(), again: false }]])
  expect(page.told('taken')).toEqual([[taken]])
  expect(page.text()).toContain('1 pupil added.')
})

it('asks row by row: a reading can be changed, and a row left out', async () => {
  const page = await add({ [LIST]: taken })
  await type(page, 'Ali\nKai Fox\nBo Carr')
  await page.fill('We read “Kai Fox” as', 'Kaì')
  await page.press('Right: Kaì')
  await page.press('Leave out Bo Carr')
  await page.press('Add 2 pupils')
  expect(sent(page)).toMatchObject([[{ names: ['Ali', 'Kaì'] }]])
})

it('asks about a name that the class has', async () => {
  const page = await add()
  await type(page, 'zoë\nAli\nKai')
  expect(page.find.getByLabelText<HTMLInputElement>('We read “zoë” as').value).toBe('zoë B')
})

it('does not add the same list twice', async () => {
  const again = await add({ 'GET /api/classes/c1': { pupils: [{ id: 'z', name: 'Zoë' }, { id: 'a', name: 'Ali' }] } })
  await type(again, 'Zoë\nAli\nKai')
  expect(again.text()).toContain('2 pupils are in it already')
  expect(foot(again)?.textContent).toContain('Add 1 pupil')
})

it('takes several classes of one file to where they belong, and asks for a second class of one name', async () => {
  const refused = new Refused(409, 'Your school has a class called 6A already.', { reason: 'class-name-taken' })
  let count = 0
  const page = await add({ [LIST]: () => (count++ === 0 ? refused : taken) }, { classId: null })
  await choose(page, 'Forename,Class\nAli,5 hazel\nKai,6A\n')
  await page.press('Add 2 pupils')
  expect(page.find.getAllByRole('alert').map(({ textContent }) => textContent).join()).toContain('called 6A already')
  await page.press('Make a second class of that name')
  expect(sent(page)).toMatchObject([
    [{ classId: 'c2', names: ['Ali'] }, { classId: null, name: '6A', names: ['Kai'], again: false }],
    [{ classId: 'c2', again: false }, { classId: null, name: '6A', again: true }],
  ])
  const ids = page.asked.filter(({ what }) => what === LIST).map(({ body }) => (body as { id: string }).id)
  expect(new Set(ids).size).toBe(1)
})

it('keeps every name where the server does not take them', async () => {
  const page = await add({ [LIST]: new Refused(409, 'A class has at most 200 pupils.') })
  await type(page, 'Ali')
  await page.press('Add 1 pupil')
  expect(page.find.getByRole('alert').textContent).toContain('at most 200')
  expect(foot(page)?.textContent).toContain('Add 1 pupil')
})

it('says what to do with a file that is no list', async () => {
  const page = await add()
  await choose(page, '%PDF-1.7\n')
  expect(page.find.getByRole('alert').textContent).toContain('This is a PDF')
})

it('hands over what was typed, and all files that were chosen together', async () => {
  const page = await openStaffPage(ListChoice, { props: { unreadable: '', isOfSeveral: true } })
  await page.fill('Names', 'Ali')
  await page.press('Look through the list')
  expect(page.told('text')).toEqual([['Ali']])
  const field = page.find.getByLabelText(/CSV file/)
  const files = [new File(['x'], 'users.csv'), new File(['y'], 'classes.csv')]
  Object.defineProperty(field, 'files', { value: files, configurable: true })
  fireEvent.change(field)
  expect(page.told('files')).toEqual([[files]])
})

it('names what is left behind, and lets another column be chosen', async () => {
  const sheet = {
    columns: [{ label: 'Enw cyntaf', names: [{ name: 'Mair', initial: 'P' }] }, { label: 'Cyfenw', names: [{ name: 'Price' }] }], chosen: 0,
    classes: [{ label: 'Dosbarth', of: ['5R'] }], leftOut: ['UPN'], above: 2, hasHeadings: true,
  }
  const page = await openStaffPage(ListFound, {
    props: { sheet, leftOut: ['UPN'], column: 0, groups: 0, withInitials: false, encoding: undefined },
  })
  expect(page.text()).toContain('Left out, never sent: Cyfenw, UPN')
  expect(page.text()).toContain('The headings and 2 rows above them are left out')
  fireEvent.click(page.find.getByLabelText('Add the first letter of surnames'))
  expect(page.told('update:withInitials')).toEqual([[true]])
})

it('says who gets a class, and that nobody gets an account', async () => {
  const group = {
    title: '5R', target: { to: 'new', name: '5R', again: false }, year: '', teachers: ['bo@hill.example', 'cy@hill.example'], ended: 1, unknown: 0,
    isTooMany: false, listed: 1, asked: [], fine: [], there: [], names: ['Zoë'],
  }
  const page = await openStaffPage(ListTargets, { props: { groups: [group], classes: [own], colleagues: new Map([['bo@hill.example', 'Bo']]) } })
  expect(page.text()).toContain('Bo gets it.')
  expect(page.text()).toContain('cy@hill.example has no account here. None is made.')
  await page.choose('Where 5R goes', '5B')
  await page.fill('Name of the new class', '5 Rowan')
  expect(page.told('target')).toEqual([['5R', { to: 'c1' }], ['5R', { name: '5 Rowan', again: false }]])
})

it('leads to the next doubt after each answer', async () => {
  const rows = [{ key: 4, inFile: 'Total: 3', reading: '', why: 'total' }, { key: 7, inFile: 'SMITH Zoë', reading: 'Zoë', why: 'full-name' }]
  const page = await openStaffPage(ListDoubts, { props: { rows } })
  await page.press('Right: “Total: 3” is nobody')
  expect(page.told('answer')).toEqual([[4, { reading: '', isRight: true }]])
  expect(document.activeElement?.getAttribute('data-action')).toBe('right')
})

it('shows what was added with the way back, and forgets nothing before it is noted', async () => {
  const page = await openStaffPage(ListTaken, {
    props: { taken }, answers: { 'GET /api/classes': [], 'POST /api/roster-changes/l1/undo': { kept: [] } },
  })
  expect(page.find.getByRole('link', { name: '5B' }).getAttribute('href')).toBe('/teach/classes/c1')
  await page.press('Undo')
  expect(page.told('undone')).toEqual([[]])
  await page.press('I have them, hide the list')
  expect(page.told('noted')).toEqual([[]])
})

it('what was taken in says to which classes, for it is read outside them', async () => {
  const list = (id: string, to: readonly string[], made = 0) =>
    ({ id, kind: 'list', madeAt: '', until: '2026-11-30T10:00:00Z', by: 'Mr Lloyd', moved: 0, left: 0, made, pupils: 2, to })
  const changes = [list('l1', ['5 Rowan']), list('l2', ['5A', '5B', '5C', '5D', '5E']), list('l3', ['6A'], 1), list('l4', [])]
  const { find } = await openStaffPage(RosterUndo, { answers: { 'GET /api/roster-changes': changes } })
  expect(find.getAllByText(/^Mr Lloyd added/).map(({ textContent }) => textContent?.trim().split(' Can be')[0])).toEqual([
    'Mr Lloyd added 2 pupils to 5 Rowan.', 'Mr Lloyd added 2 pupils to 5A, 5B, 5C and 2 more.', 'Mr Lloyd added 1 new class, 2 pupils: 6A.',
    'Mr Lloyd added 2 pupils.',
  ])
})

it('undoes in place, and says what stays as it is', async () => {
  const page = await openStaffPage(RosterUndo, {
    answers: {
      'GET /api/classes': [],
      'GET /api/roster-changes': [{ id: 'y1', kind: 'year', madeAt: '', until: '2026-11-30T10:00:00Z', by: 'Ms Bird', moved: 2, left: 1, made: 0, pupils: 0, to: [] }],
      'POST /api/roster-changes/y1/undo': { kept: [{ why: 'pupils', name: '6A', count: 2 }, { why: 'gone', name: '6B', count: 0 }] },
    },
  })
  expect(page.text()).toContain('Ms Bird began a new school year: 2 classes move up, 1 class left.')
  await page.press('Undo')
  expect(page.text()).toContain('2 pupils stay in 6A')
  expect(page.text()).toContain('6B was deleted meanwhile.')
  expect(page.told('undone')).toEqual([[]])
})

it('says who is new and who is missing', async () => {
  const page = await openStaffPage(YearComparison, {
    props: { comparison: { key: 'c1', new: ['Ida'], missing: ['Kai', 'Ola'], moved: [{ name: 'Bo', from: '6R' }], doubts: 0 } },
  })
  expect(page.text()).toContain('New, and added: Ida.')
  expect(page.text()).toContain('Not on the list: Kai, Ola.')
  expect(page.text()).toContain('Bo may come from 6R')
})

it('says of a class that is left out how many the list has, and of a new one without a name nowhere that somebody goes to it', async () => {
  const page = await add()
  await choose(page, 'Forename,Class\nTolu,7X\nAmelia,7X\nSeán,5 Hazel\nTotal: 3,\n')
  expect(page.text()).toContain('2 pupils')
  expect(page.text()).not.toContain('no pupils')
  const several = await add({}, { classId: null, className: '' })
  await type(several, 'Tolu\nAmelia')
  expect(several.text()).not.toMatch(/ to\s*\./)
})
