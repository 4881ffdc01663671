// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { schoolBody, type School } from '#shared/api/school/school'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import CanBeUndone from './CanBeUndone.vue'
import FirstDay from './FirstDay.vue'
import NeedsYou from './NeedsYou.vue'
import NextLesson from './NextLesson.vue'
import TwoWeeks from './TwoWeeks.vue'
import WeekLines from './WeekLines.vue'

const DAY = '2026-11-10'
const lesson = {
  id: 'lying-online-9-11', locale: 'en', title: 'Who\'s really there?', cover: 'A door', minutes: 25,
  sittings: [{ minutes: 13 }, { minutes: 12 }],
}
const work = {
  id: 'a1', classId: 'c1', className: '5 Rowan', lessonId: lesson.id, kind: 'lesson', part: { kind: 'whole' }, opensOn: DAY, dueOn: null,
  counts: { 'not-started': 28, started: 0, finished: 0 },
}
const name = { lessonId: lesson.id, kind: 'lesson', part: { kind: 'whole' } }

it('one press lets the class in that is next, and leads to its door', async () => {
  const { text, press, asked, navigateTo } = await openStaffPage(NextLesson, {
    props: { next: { ...work, pupils: 28, isOpenForJoining: false }, lesson, day: DAY },
    answers: { 'PUT /api/classes/c1/open': { openUntil: null } },
  })
  expect(text()).toContain('Next5 Rowan: Who\'s really there?First sitting, 13 minutes. 28 pupils. Nobody has begun.')
  await press(/Let the class in/)
  expect(asked).toEqual([{ what: 'PUT /api/classes/c1/open', body: { minutes: 60 } }])
  expect(navigateTo).toHaveBeenCalledWith('/teach/classes/c1/door')
})

it.each([
  [{ kind: 'sitting', sitting: 2 }, 'Who\'s really there? (second sitting)12 minutes.', '/lessons/lying-online-9-11/present?class=c1&sitting=2'],
  [{ kind: 'quiz' }, '5 Rowan: Who\'s really there? (quiz only)28 pupils.', '/lessons/lying-online-9-11/present?class=c1'],
])('a part of a lesson is named, and presented from where it begins: $kind', async (part, says, address) => {
  const next = { ...work, part, pupils: 28, isOpenForJoining: false }
  const { find, text } = await openStaffPage(NextLesson, { props: { next, lesson, day: DAY } })
  expect(text().replaceAll(/\s+(?=28)/g, '')).toContain(says)
  expect(find.getByRole('link', { name: 'Present' }).getAttribute('href')).toBe(address)
})

it('a door that is open stays as it is, and what opens later says when', async () => {
  const { text, press, asked, navigateTo } = await openStaffPage(NextLesson, {
    props: {
      next: { ...work, opensOn: '2026-11-12', counts: { 'not-started': 2, started: 1, finished: 3 }, pupils: 6, isOpenForJoining: true },
      lesson, day: DAY,
    },
  })
  expect(text()).toContain('Next, Thursday 12 November')
  expect(text()).toContain('25 minutes. 6 pupils. 3 finished, 1 in the lesson.')
  await press(/Let the class in/)
  expect([asked, navigateTo.mock.calls]).toEqual([[], [['/teach/classes/c1/door']]])
})

it('the weeks say by day what opens, what is due and how far it is', async () => {
  const { find, setProps, text } = await openStaffPage(TwoWeeks, {
    props: {
      most: 9,
      days: [
        { on: DAY, work: [{ ...work, what: 'on', dueOn: '2026-11-12', counts: { 'not-started': 1, started: 1, finished: 26 } }] },
        { on: '2026-11-12', work: [{ ...work, what: 'due' }, { ...work, id: 'a2', what: 'opens', opensOn: '2026-11-12', kind: 'booster' }] },
      ],
      holidays: [{ name: 'Inset', from: '2026-11-12', to: '2026-11-12' }, { name: 'Half-term', from: '2026-11-16', to: '2026-11-20' }],
      lessons: [lesson], today: DAY,
    },
  })
  const lines = find.getAllByRole('listitem').map(item => item.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '')
  expect(lines[1]).toContain('26 of 28 finished, 1 in it. Due 12 Nov.')
  expect(lines[2]).toBe('Thu 12 NovInset.')
  expect(lines[4]).toContain('Due. Nobody has begun.')
  expect(lines[5]).toContain('Look back: Who\'s really there?Opens.')
  expect(lines[6]).toBe('16 – 20 NovHalf-term. Nothing opens or is due.')
  // To the space as in every browser, whatever the server's own library of dates puts there: else the page is drawn twice.
  expect(find.getByRole('heading', { name: /20 Nov/ }).textContent?.trim()).toBe('16 – 20 Nov')
  expect(find.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual([
    '/teach/classes/c1', '/teach/classes/c1/board?lesson=a1', '/teach/classes/c1', '/teach/classes/c1/board?lesson=a1', '/teach/classes/c1',
  ])
  await setProps({ days: [], holidays: [] })
  expect(text()).toContain('Nothing opens or is due')
})

it('of a full fortnight what is soonest is in view, and the rest folded behind one press', async () => {
  const on = (day: number) => `2026-11-${day}`
  const busy = [10, 11, 12, 13, 16, 17, 18].map(day => ({ on: on(day), work: [{ ...work, id: `a${day}`, what: 'due' }] }))
  const { setProps } = await openStaffPage(TwoWeeks, { props: { days: busy, holidays: [], lessons: [lesson], today: DAY, most: 4.5 } })
  const days = (where: string) => [...document.querySelectorAll(`${where} h3`)].map(({ textContent }) => textContent?.trim().slice(0, 6))
  expect(days('section > .week')).toEqual(['Today', 'Wed', 'Thu', 'Fri'].map(text => expect.stringContaining(text) as string))
  expect([document.querySelector('summary')?.textContent, days('details .week').length]).toEqual(['And 3 more, until 18 Nov', 3])
  await setProps({ most: 7 })
  expect([days('section > .week').length, document.querySelector('details')]).toEqual([7, null])
})

it('a line of the weeks changes dates before it opens, and leads to the board after', async () => {
  const lines = [{ on: DAY, day: { on: DAY, work: [{ ...work, what: 'on' }, { ...work, id: 'a2', opensOn: '2026-11-12', what: 'opens' }] } }]
  const { find, press, told } = await openStaffPage(WeekLines, { props: { lines, lessons: [lesson], today: DAY } })
  expect(find.getByRole('link', { name: /^Board/ }).getAttribute('href')).toBe('/teach/classes/c1/board?lesson=a1')
  await press(/^Change dates/)
  expect(told('move')).toMatchObject([[{ id: 'a2' }]])
})

it('whoever cannot get in is let in by one press; the rest leads to where it is done', async () => {
  const { find, press, asked, told } = await openStaffPage(NeedsYou, {
    props: {
      most: 9,
      lessons: [lesson],
      needs: [
        { kind: 'held-up', classId: 'c1', className: '5 Rowan', pupilId: 'p1', name: 'Priya' },
        { kind: 'class-held-up', classId: 'c2', className: '5 Hazel' },
        { kind: 'missed', classId: 'c1', className: '5 Rowan', assignmentId: 'a1', work: name, pupilIds: ['p1', 'p2'] },
        { kind: 'insight', classId: 'c1', className: '5 Rowan', assignmentId: 'a1', work: name },
        { kind: 'deletions', on: '2026-12-01' },
      ],
    },
    answers: { 'POST /api/pupils/p1/let-in': {}, 'POST /api/classes/c2/let-in': {}, 'POST /api/assignments/a1/catch-up': {} },
  })
  await press('Let Priya in')
  await press('Let them in')
  await press('Let all 2 catch up')
  expect(asked.map(({ what }) => what)).toEqual([
    'POST /api/pupils/p1/let-in', 'POST /api/classes/c2/let-in', ...Array.from({ length: 2 }, () => 'POST /api/assignments/a1/catch-up'),
  ])
  expect(told('changed')).toHaveLength(3)
  expect(find.getByText('2 pupils missed “Who\'s really there?”.')).toBeTruthy()
  expect(find.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual([
    '/teach/classes/c1?tab=pupils', '/teach/classes/c1?tab=insight&lesson=a1', '/teach/deletions',
  ])
})

it('of more needs than there is room for the first are in view, and the rest one press away', async () => {
  const needs = ['p1', 'p2', 'p3', 'p4', 'p5'].map(pupilId => ({ kind: 'held-up', classId: 'c1', className: '5B', pupilId, name: pupilId }))
  const { find, press, setProps } = await openStaffPage(NeedsYou, { props: { lessons: [], needs, most: 3.5 } })
  const count = () => find.getAllByRole('listitem').length
  expect(count()).toBe(3)
  await press('And 2 more')
  expect(count()).toBe(5)
  await press('Show fewer')
  await setProps({ most: 5 })
  expect([count(), find.queryByRole('button', { name: /more/ })]).toEqual([5, null])
})

it('the keyboard stays in the list when what it was at goes, and on the page when nothing is left', async () => {
  const needs = ['p1', 'p2', 'p3'].map(pupilId => ({ kind: 'held-up', classId: 'c1', className: '5B', pupilId, name: pupilId }))
  const { find, setProps } = await openStaffPage(NeedsYou, { props: { lessons: [], needs, most: 9 } })
  const at = () => document.activeElement?.textContent?.trim()
  find.getByRole('button', { name: 'Let p2 in' }).focus()
  await setProps({ needs: needs.filter(({ pupilId }) => pupilId !== 'p2') })
  expect(at()).toBe('Let p3 in')
  await setProps({ needs: needs.slice(0, 1) })
  expect(at()).toBe('Let p1 in')
  document.body.insertAdjacentHTML('beforeend', '<main id="main" tabindex="-1"></main>')
  await setProps({ needs: [] })
  expect(document.activeElement?.id).toBe('main')
})

it.each([
  [{ kind: 'closed', id: 'a1', className: '5B', work: name, until: '2026-11-30T10:40:00Z' }, 'is closed for 5B.', '/api/assignments/a1/reopen'],
  [{ kind: 'removed', id: 'a1', className: '5B', work: name, until: null }, 'is removed from 5B.', '/api/assignments/a1/restore'],
  [{ kind: 'class', id: 'c1', className: '5B', until: '2026-11-30T10:40:00Z' }, '5B is deleted.', '/api/classes/c1/undelete'],
])('what can be taken back says so for a day: $kind', async (one, text, path) => {
  const { find, press, asked, told } = await openStaffPage(CanBeUndone, {
    props: { undoable: [one], lessons: [lesson] }, answers: { [`POST ${path}`]: {} },
  })
  expect(find.getByText('Can be undone (1)')).toBeTruthy()
  await press(new RegExp(`^Undo .*${text}`.replaceAll('.', '\\.').replace('\\.*', '.*')))
  expect([asked.map(({ what }) => what), told('changed').length]).toEqual([[`POST ${path}`], 1])
})

it('a school\'s first day frames the step that is on, and folds what is done to its answer', async () => {
  const settings = {
    name: 'Hill', helpContact: '', nation: 'uk', yearEnds: '07-31', keepMonths: 12, secondStep: 'nobody', pupilAccounts: false,
  } as const
  const school: School = { ...settings, logo: null, pupilProviders: [], tookSecondStep: false, withoutSecondStep: [] }
  const { find, fill, press, asked, told, setProps } = await openStaffPage(FirstDay, {
    props: { state: { helpContact: '', dates: 0, classes: 0, pupils: 0, colleagues: 0, assignments: 0 }, isAdmin: true },
    answers: { 'GET /api/school': school, 'PUT /api/school': { done: true } },
  })
  const current = () => document.querySelector('[aria-current=step] h3')?.textContent?.trim()
  expect(current()).toBe('Say who helps here')
  // One step is open; another is looked at with one press, and this one folds.
  expect(find.queryByRole('link', { name: 'School dates' })).toBeNull()
  await press('Say when school is shut')
  expect([find.queryByRole('link', { name: 'School dates' }) !== null, find.queryByRole('textbox')]).toEqual([true, null])
  await press('Say who helps here')
  await fill('Who pupils can turn to', 'Ms Bird in room 4')
  await press('Save')
  expect(asked.at(-1)).toEqual({ what: 'PUT /api/school', body: schoolBody.parse({ ...settings, helpContact: 'Ms Bird in room 4' }) })
  expect(told('changed')).toHaveLength(1)
  await setProps({ state: { helpContact: 'Ms Bird in room 4', dates: 8, classes: 1, pupils: 28, colleagues: 0, assignments: 0 } })
  expect([current(), find.getByText('Ms Bird in room 4').className]).toEqual(['Invite colleagues', 'says'])
  // What was pressed is gone: the keyboard goes on with the step that is on now, which is open.
  expect(document.activeElement?.textContent?.trim()).toBe('Invite colleagues')
  expect(find.getByRole('link', { name: 'Invite colleagues' }).className).toBe('button')
  await setProps({ isAside: true })
  expect(find.getByRole('link', { name: 'Invite colleagues' }).className).toBe('button quiet')
  await setProps({ isAdmin: false })
  expect([current(), find.getAllByRole('heading', { level: 3 }).length]).toEqual(['Assign a first lesson', 2])
})
