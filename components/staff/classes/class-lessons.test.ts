// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { openStaffPage } from '../../../tests/support/staff/staff-page'
import LessonTasks from '../assign/LessonTasks.vue'
import ProgressBar from '../parts/ProgressBar.vue'
import { actionFor, currentOf, holidaysBefore, tallyOf } from '~/utils/class-page/board-view'
import ClassLessons from './ClassLessons.vue'
import { fitting } from '~/utils/class-page/fitting-lessons'
import LetIn from './LetIn.vue'
import { longer, minutesOf } from '~/utils/class-page/opening-times'
import TroubleNotes from './TroubleNotes.vue'

const given = {
  id: 'a1', lessonId: 'l1', title: 'Seems legit', kind: 'lesson', part: { kind: 'whole' }, locale: 'en', cover: null, group: null, sittings: [],
  opensOn: '2026-07-06', dueOn: '2026-07-10', hasOpened: true, isClosed: false, undoUntil: null,
}
const cell = (progress: string) => ({ progress, points: null, max: null, isCatchingUp: false, hasSecondGo: false }) as never
const pupil = (...cells: string[]) => ({ id: cells.join(), name: 'Ali', cells: cells.map(cell) })

describe('the lessons of a class', () => {
  const board = { className: '5B', isArchived: false, assignments: [given], pupils: [pupil('started'), pupil('finished')], removed: [] }
  const open = (more = {}, answers = {}) => openStaffPage(ClassLessons, { props: { classId: 'c1', year: '', board: { ...board, ...more } }, answers })

  it('stand under what is on now, comes, or is finished, with days and how many have done it', async () => {
    const coming = { ...given, id: 'a2', title: 'Later', hasOpened: false }
    const closed = { ...given, id: 'a3', title: 'Done', isClosed: true }
    const { find, text } = await open({ assignments: [given, coming, closed] })
    expect(find.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(['On now', 'Coming', 'Finished'])
    expect(text()).toContain('Opened 6 Jul. Due 10 Jul.')
    expect(text()).toContain('1 of 2 finished, 1 in it')
  })

  it('name the holidays that they pass over, between what comes before and after', async () => {
    const day = (id: string, opensOn: string) => ({ ...given, id, opensOn, hasOpened: false })
    const holidays = [{ name: 'Half-term', from: '2026-10-26', to: '2026-10-30' }, { name: 'Inset', from: '2026-11-06', to: '2026-11-06' }]
    const { find } = await openStaffPage(ClassLessons, {
      props: {
        classId: 'c1', year: '', holidays, lessonDays: [2],
        board: { ...board, assignments: [day('a1', '2026-10-20'), day('a2', '2026-11-03'), day('a3', '2026-11-10')] },
      },
    })
    const rows = find.getAllByRole('listitem').map(({ dataset, textContent }) => dataset.assignment ?? textContent?.trim())
    expect(rows).toEqual(['a1', 'Half-term, 26 – 30 Oct. Nothing opens.', 'a2', 'a3'])
    // Where something opens in them all the same, and where nobody knows the class's days.
    const names = (opensOn: readonly string[], lessonDays: readonly 2[]) =>
      holidaysBefore(opensOn.map(one => ({ opensOn: one })), { holidays, lessonDays }).map(all => all.map(({ name }) => name))
    expect(names(['2026-10-27', '2026-11-10'], [2])).toEqual([[], []])
    expect(names(['2026-11-03', '2026-11-10'], [])).toEqual([['Half-term'], ['Inset']])
  })

  it('where there are none, three that fit the class are offered', async () => {
    const lessons = ['11-14', '7-9', '9-11', '9-11'].map((band, index) => ({ id: `l${index}`, title: `Lesson ${index}`, band, locale: 'en', cover: null }))
    const { find } = await open({ className: '5 Rowan', assignments: [] }, { 'GET /api/lessons': lessons })
    await flushPromises()
    expect(find.getAllByRole('link').map(one => one.getAttribute('href'))).toEqual([
      '/teach/classes/c1/assign?lesson=l2', '/teach/classes/c1/assign?lesson=l3', '/teach/classes/c1/assign?lesson=l0', '/teach/classes/c1/assign',
    ])
  })

  it('what was removed comes back in its place, also after a reload', async () => {
    const what = 'POST /api/assignments/a9/restore'
    const { press, asked, told } = await open({ removed: [{ id: 'a9', lessonId: 'l9', title: 'Gone', kind: 'lesson', part: { kind: 'whole' } }] }, { [what]: null })
    await press(/^Undo Gone/)
    expect([asked, told('changed')]).toEqual([[{ what, body: undefined }], [[]]])
  })
})

describe('what can be done with one lesson', () => {
  const open = (more = {}, answers = {}, isArchived = false) =>
    openStaffPage(LessonTasks, { props: { classId: 'c1', title: 'Seems legit', isArchived, assignment: { ...given, ...more } }, answers })
  async function choose(find: Awaited<ReturnType<typeof open>>['find'], name: RegExp) {
    const button = find.getByRole('button', { name: 'More for Seems legit' })
    fireEvent.keyDown(button, { key: 'Enter' })
    await flushPromises()
    fireEvent.keyDown(find.getByRole('menuitem', { name }), { key: 'Enter' })
    await flushPromises()
  }

  it('the board and presenting are one press each', async () => {
    const { find } = await open()
    expect(find.getByRole('link', { name: 'Board Seems legit' }).getAttribute('href')).toBe('/teach/classes/c1/board?lesson=a1')
    expect(find.getByRole('link', { name: 'Present Seems legit' }).getAttribute('href')).toBe('/lessons/l1/present?class=c1')
  })

  it('is closed at once, since that can be undone', async () => {
    const { find, asked } = await open({}, { 'POST /api/assignments/a1/close': null })
    await choose(find, /^Close lesson/)
    expect(asked).toEqual([{ what: 'POST /api/assignments/a1/close', body: undefined }])
  })

  it('once it is closed, that is undone in its place while it can be', async () => {
    const closed = await open({ isClosed: true, undoUntil: '2026-07-07T09:00:00Z' }, { 'POST /api/assignments/a1/reopen': null })
    await closed.press('Undo closing Seems legit')
    expect(closed.asked).toEqual([{ what: 'POST /api/assignments/a1/reopen', body: undefined }])
  })

  it('is removed at once, since it can come back', async () => {
    const what = 'DELETE /api/assignments/a1'
    const { press, asked, told } = await open({ hasOpened: false }, { [what]: null })
    await press('Remove Seems legit')
    expect([asked, told('changed')]).toEqual([[{ what, body: undefined }], [[]]])
  })

  it('gets other days, and none for no due day, at once', async () => {
    const what = 'PATCH /api/assignments/a1'
    const { press, asked } = await open({ hasOpened: false }, {
      [what]: { opensOn: '2026-07-06', dueOn: null }, 'GET /api/assignments/choices': { today: '2026-07-06', classes: [], holidays: [], lastYear: [], yearsBegin: ['', ''] },
    })
    await press('Change dates Seems legit')
    await press(/^Due/)
    await press('No date')
    expect(asked.at(-1)).toEqual({ what, body: { opensOn: '2026-07-06', dueOn: null } })
  })

  it('of an archived class nothing is changed', async () => {
    const { find } = await open({ hasOpened: false }, {}, true)
    expect(find.queryAllByRole('button')).toEqual([])
  })
})

describe('letting a class in', () => {
  const open = (openUntil: string | null, answers = {}) =>
    openStaffPage(LetIn, { props: { classId: 'c1', code: 'KTRM-4827', openUntil, isFirst: true }, answers })

  it('is one press, which opens it until this lesson ends and shows the code', async () => {
    const opened = { openUntil: '2026-07-06T10:00:00Z', hasNewCode: false }
    const { press, asked, navigateTo } = await open(null, { 'PUT /api/classes/c1/open': opened })
    await press('Let the class in')
    const { minutes } = asked[0]?.body as { minutes: number }
    expect(minutes).toBeGreaterThanOrEqual(55)
    expect(minutes).toBeLessThanOrEqual(60)
    expect(navigateTo).toHaveBeenCalledWith('/teach/classes/c1/door')
  })

  it('once it is open the code and the way to shut it are there', async () => {
    const what = 'PUT /api/classes/c1/open'
    const until = new Date(Date.now() + 60_000).toISOString()
    const { find, press, asked, text } = await open(until, { [what]: { openUntil: null, hasNewCode: false } })
    expect(text()).toContain('KTRM-4827')
    expect(find.getByRole('link', { name: 'Show' }).getAttribute('href')).toBe('/teach/classes/c1/door')
    await press('Shut')
    expect(asked).toEqual([{ what, body: { minutes: 0 } }])
  })

  it('a lesson ends at a time that is read at a glance, and Longer adds a quarter of an hour, never more than a school day', () => {
    const at = (time: string) => Date.parse(`2026-07-06T${time}Z`)
    expect([minutesOf('lesson', at('09:57:30')), minutesOf('quarter'), minutesOf('day')]).toEqual([57, 15, 480])
    expect(longer('2026-07-06T10:00:00Z', at('09:50:00'))).toBe(25)
    expect(longer('2026-07-06T20:00:00Z', at('09:50:00'))).toBe(480)
    expect(longer('2026-07-06T09:00:00Z', at('09:50:00'))).toBe(15)
  })
})

describe('who cannot come in', () => {
  const trouble = { tried: [{ id: 'p1', name: 'Ali', mustWait: true }], isHeldUp: true }
  const open = (more = {}, answers = {}) => openStaffPage(TroubleNotes, { props: { classId: 'c1', trouble, ...more }, answers })

  it('is said by name, and let in with one press; who is somebody else stays out', async () => {
    const { text, press, asked, told } = await open({}, { 'POST /api/pupils/p1/let-in': {}, 'POST /api/classes/c1/let-in': {} })
    expect(text()).toContain('Somebody tries to come in as Ali.')
    await press('It is Ali, let in')
    await press('Let the class in')
    expect([asked.map(({ what }) => what), told('changed').length]).toEqual([['POST /api/pupils/p1/let-in', 'POST /api/classes/c1/let-in'], 2])
    await press('Not Ali')
    expect(text()).not.toContain('Ali')
  })

  it('has no name for the room, and nothing to press', async () => {
    const { text, find } = await open({ isForRoom: true })
    expect(text()).toContain('Somebody at the door needs you.')
    expect([text().includes('Ali'), find.queryByRole('button')]).toEqual([false, null])
  })
})

it('a class is at the lesson that most are in, else at the newest that is on', () => {
  const on = { hasOpened: true, isClosed: false }
  expect(currentOf([on, on], [pupil('started', 'not-started')])).toBe(0)
  expect(currentOf([on, on], [pupil('finished', 'not-started')])).toBe(1)
  const coming = { hasOpened: false, isClosed: false }
  expect(currentOf([coming, coming], [])).toBe(0)
  expect(currentOf([{ hasOpened: true, isClosed: true }, { hasOpened: false, isClosed: false }], [])).toBe(0)
  expect(currentOf([], [])).toBe(-1)
})

it('whoever is excused, or not in the group, is not counted', () => {
  expect(tallyOf([pupil('finished'), pupil('started'), pupil('excused'), pupil('not-theirs')], 0)).toEqual({ finished: 1, started: 1, of: 2 })
})

it('for each pupil there is the one thing that fits, and it can be taken back', () => {
  const of = (progress: string, isClosed: boolean, more = {}) => actionFor({ ...(cell(progress) as object), ...more } as never, isClosed)
  expect(of('not-started', false)).toMatchObject({ what: 'excuse', isOn: false })
  expect(of('excused', false)).toMatchObject({ what: 'excuse', isOn: true })
  expect(of('started', true)).toMatchObject({ what: 'catch-up', isOn: false })
  expect(of('started', true, { isCatchingUp: true })).toMatchObject({ what: 'catch-up', isOn: true })
  expect(of('finished', true)).toMatchObject({ what: 'second-go', isOn: false })
  expect(of('not-theirs', false)).toBeNull()
})

it('lessons that fit come first, and each year has its age', () => {
  const lessons = (['7-9', '9-11', '11-14', '14-16'] as const).map(band => ({ band }))
  const first = (year: number | null) => fitting(lessons, year)[0]?.band
  expect([3, 4, 5, 6, 7, 9, 10, 11].map(first)).toEqual(['7-9', '7-9', '9-11', '9-11', '11-14', '11-14', '14-16', '14-16'])
  expect(first(null)).toBe('7-9')
})

it('a bar of how many says nothing by itself, and never runs over', async () => {
  await openStaffPage(ProgressBar, { props: { finished: 3, started: 2, of: 4 } })
  const widths = [...document.querySelectorAll<HTMLElement>('.bar i')].map(({ style }) => style.flexGrow)
  expect([widths, document.querySelector('.bar')?.getAttribute('aria-hidden')]).toEqual([['3', '2', '0'], 'true'])
})
