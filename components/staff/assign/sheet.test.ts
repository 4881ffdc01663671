// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import { useAssignSheet } from '../../../composables/staff/use-assign-sheet'
import { useUndo } from '../../../composables/staff/use-undo'
import { emptyDraft } from '../../../utils/assign/draft'
import AlreadyHas from './AlreadyHas.vue'
import AssignFrom from './AssignFrom.vue'
import AssignMuch from './AssignMuch.vue'
import AssignHost from './AssignHost.vue'
import AssignSheet from './AssignSheet.vue'
import AssignTo from './AssignTo.vue'
import AssignWhen from './AssignWhen.vue'
import ChangeDates from './ChangeDates.vue'
import DayPicker from './DayPicker.vue'
import LessonPicker from './LessonPicker.vue'
import PlanPreview from './PlanPreview.vue'

const lesson = (id: string, band: string, title: string) => ({
  id, band, title, summary: '', module: 'lying-online', minutes: 20, sittings: [{ minutes: 20 }], locale: 'en', reviewedBy: [], locales: ['en'], cover: null,
})
const lessons = [lesson('fog', '7-9', 'Fog Radio'), lesson('door', '9-11', 'Who is there?')]
const given = { lessonId: 'door', kind: 'lesson', part: { kind: 'whole' }, groupId: null, opensOn: '2027-01-12', dueOn: null, isClosed: false }
const choices = {
  today: '2027-02-06',
  classes: [
    { id: 'rowan', name: '5 Rowan', year: 5, pupils: 32, lessonDays: [2], sameOrder: true, boosterWeeks: null, groups: [], given: [] },
    { id: 'hazel', name: '5 Hazel', year: 5, pupils: 28, lessonDays: [], sameOrder: false, boosterWeeks: 8, groups: [], given: [given] },
  ],
  holidays: [{ name: 'Half-term', from: '2027-02-15', to: '2027-02-19' }],
  lastYear: [],
  yearsBegin: ['2025-09-01', '2026-09-01'],
}
const ofLesson = {
  minutes: 20, sittings: null, practices: [{ screen: 'swap', title: 'The swap', type: 'sort', minutes: 3 }],
  quiz: { draw: 1, minutes: 5, pool: [{ id: 'q1', objective: 'o', vignette: 'Ben waits.', question: 'Who helps?' }] },
}
const answers = {
  'GET /api/assignments/choices': choices, 'GET /api/lessons': lessons,
  'GET /api/lessons/fog/parts': ofLesson, 'GET /api/lessons/door/parts': ofLesson,
}
const rowan = { id: 'rowan', classId: 'rowan', groupId: null, name: '5 Rowan', pupils: 32 }
const calendar = { holidays: choices.holidays, lessonDays: [2] }

beforeEach(() => useUndo().hide())

describe('the Assign sheet', () => {
  it('says at its foot what is missing, then what will happen, and assigns what it shows', async () => {
    useAssignSheet().open({ classId: 'rowan' })
    const { find, press, asked, text } = await openStaffPage(AssignSheet, { answers: { ...answers, 'POST /api/assignments': { made: ['a1'] } } })
    expect(find.getByRole('button', { name: 'Pick a lesson' }).getAttribute('aria-disabled')).toBe('true')
    // What is missing is one press away.
    find.getByRole('button', { name: 'Close without assigning' }).focus()
    await press('Pick a lesson')
    expect(document.activeElement?.getAttribute('type')).toBe('checkbox')
    // Those that fit Year 5 come first.
    expect(text().indexOf('Who is there?')).toBeLessThan(text().indexOf('Fog Radio'))
    fireEvent.click(find.getByRole('checkbox', { name: /Who is there/ }))
    await flushPromises()
    expect(text()).toContain('“Who is there?” to 5 Rowan, 32 pupils. Opens Tue 9 Feb.')
    expect(text()).toContain('5 Rowan has lessons on: Tuesday.')
    // As is usual for the class: the same order, no look back. For this lesson it is another.
    expect(find.getByRole<HTMLInputElement>('checkbox', { name: 'Same question order for all' }).checked).toBe(true)
    fireEvent.click(find.getByRole('checkbox', { name: /^Look back/ }))
    await flushPromises()
    expect(text()).toContain('Tue 9 Feb')
    await press(/^Assign/)
    expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toMatchObject({
      classIds: ['rowan'], groupIds: [], lessonIds: ['door'], opensOn: '2027-02-06', onLessonDays: true, firstDueOn: null, boosterWeeks: 7, sameOrder: true, again: [], goOn: [],
    })
    expect(useUndo().shown.value?.text).toBe('Assigned to 5 Rowan.')
    expect(useAssignSheet().isOpen.value).toBe(false)
  })

  it('gives classes their own next lesson days at once, says which class gets which, and which holidays are skipped', async () => {
    const classes = choices.classes.map(one => ({ ...one, given: [], lessonDays: one.id === 'rowan' ? [2] : [4] }))
    useAssignSheet().open({ classId: 'rowan', lessonId: 'fog' })
    const { find, text, press } = await openStaffPage(AssignSheet, { answers: { ...answers, 'GET /api/assignments/choices': { ...choices, classes } } })
    useAssignSheet().draft.value.to = ['rowan', 'hazel']
    await flushPromises()
    expect(text()).toContain('“Fog Radio” to 5 Rowan on Tue 9 Feb; 5 Hazel on Thu 11 Feb, 60 pupils.')
    expect(text()).toContain('Each class begins on its own next lesson day.')
    expect([...document.querySelectorAll('.whose-days p')].map(line => line.textContent?.trim())).toEqual([
      'These are the days of 5 Rowan.', '5 Hazel: from Thu 11 Feb.',
    ])
    expect(text()).not.toContain('Skips')
    fireEvent.click(find.getByRole('checkbox', { name: /Who is there/ }))
    await flushPromises()
    expect(text()).toContain('2 lessons to 5 Rowan from Tue 9 Feb; 5 Hazel from Thu 11 Feb, 60 pupils.')
    expect(text()).toContain('Skips Half-term (15 – 19 Feb).')
    const rows = [...document.querySelectorAll('.plan > li')].map(row => row.textContent?.replaceAll(/\s+/g, ' ').trim())
    expect(rows.slice(0, 3)).toEqual([expect.stringContaining('Tue 9 Feb'), '15 – 19 FebHalf-term. Nothing opens.', expect.stringContaining('Tue 23 Feb')])
    // By hand it is one day for all, until that is taken back.
    await press(/^Opens: Next lesson day/)
    fireEvent.click(document.querySelector('[data-day="2027-02-10"]') as Element)
    await flushPromises()
    expect(text()).toContain('2 lessons to 5 Rowan and 5 Hazel, 60 pupils. From Wed 10 Feb.')
    await press(/^Opens: Wed 10 Feb/)
    await press('Next lesson day')
    expect(text()).toContain('from Thu 11 Feb')
  })

  it('goes on with what a class has, and begins a second time only where somebody says so', async () => {
    useAssignSheet().open({ classId: 'hazel', lessonId: 'door' })
    const { find, press, asked, text } = await openStaffPage(AssignSheet, { answers: { ...answers, 'POST /api/assignments': { made: ['a1'] } } })
    expect(text()).toContain('Nothing new for 5 Hazel')
    expect(find.getByRole('button', { name: 'Nothing new to assign' }).getAttribute('aria-disabled')).toBe('true')
    expect(text()).not.toContain('Insight')
    fireEvent.click(find.getByRole('radio', { name: 'Begin a second time' }))
    await flushPromises()
    expect(text()).toContain('Whoever has done it is not counted in Insight again, until a day after the first one is closed.')
    await press(/^Assign/)
    expect(asked.find(({ what }) => what.startsWith('POST'))?.body).toMatchObject({ again: [{ to: 'hazel', lessonId: 'door' }], goOn: [] })
  })

  it('keeps the draft when it is closed without assigning, and nothing where nothing was begun', async () => {
    useAssignSheet().open({ classId: 'rowan' })
    const { find, press } = await openStaffPage(AssignSheet, { answers })
    fireEvent.click(find.getByRole('checkbox', { name: /Fog Radio/ }))
    await flushPromises()
    await press('Not now')
    expect(useUndo().shown.value?.text).toBe('Draft kept.')
    await useUndo().shown.value?.undo?.()
    expect([useAssignSheet().isOpen.value, useAssignSheet().draft.value.lessonIds]).toEqual([true, ['fog']])
  })

  it('has the kept draft still when the message is long gone', async () => {
    useAssignSheet().open({ classId: 'rowan' })
    const { press, find } = await openStaffPage(AssignSheet, { answers })
    fireEvent.click(find.getByRole('checkbox', { name: /Fog Radio/ }))
    await flushPromises()
    await press('Not now')
    useUndo().hide()
    useAssignSheet().open({ classId: 'hazel' })
    await flushPromises()
    await press('Go on with the draft kept')
    const { draft } = useAssignSheet()
    expect([draft.value.to, draft.value.lessonIds]).toEqual([['rowan'], ['fog']])
    expect(find.queryByText('Go on with the draft kept')).toBeNull()
  })

  it('takes words in To that mean one at Ctrl+Enter, and assigns to nobody while they mean none', async () => {
    useAssignSheet().open({ classId: 'rowan', lessonId: 'fog' })
    const { find, text, asked } = await openStaffPage(AssignSheet, { answers: { ...answers, 'POST /api/assignments': { made: ['a1'] } } })
    const field = find.getByRole('combobox', { name: 'To' })
    const type = async (words: string) => {
      fireEvent.input(field, { target: { value: words } })
      await flushPromises()
      fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
      await flushPromises()
    }
    await type('Elm')
    expect(text()).toContain('No class or group of yours is called “Elm”.')
    await type('haz')
    expect(useAssignSheet().draft.value.to).toEqual(['rowan', 'hazel'])
    expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([])
    // From a list that has the focus it is the foot's, too.
    fireEvent.keyDown(find.getByRole('combobox', { name: /^One practice alone/ }), { key: 'Enter', ctrlKey: true })
    await flushPromises()
    expect(asked.filter(({ what }) => what.startsWith('POST'))).toHaveLength(1)
  })

  it('says what to do where the server cannot be asked', async () => {
    useAssignSheet().open()
    const { text } = await openStaffPage(AssignSheet, { answers: { ...answers, 'GET /api/assignments/choices': new Refused(429, 'Wait a minute.') } })
    expect(text()).toContain('Wait a minute.')
  })
})

it('a plan of last year is copied under the name that the class had then', async () => {
  const lastYear = [
    { classId: 'rowan', name: '4 Rowan', isNameOfThen: true, given: [] }, { classId: 'hazel', name: '5 Hazel', isNameOfThen: false, given: [] },
  ]
  const { find, told } = await openStaffPage(AssignFrom, { props: { hasDraft: false, lastYear, copied: 'none' } })
  fireEvent.keyDown(find.getByRole('combobox', { name: /^Copy last year’s plan/ }), { key: 'ArrowDown' })
  await flushPromises()
  const options = [...document.querySelectorAll<HTMLElement>('[data-option]')]
  expect(options.map(({ textContent }) => textContent?.trim())).toEqual(['Choose a class', '4 Rowan, last year', '5 Hazel, as it is called now'])
  options[1]?.focus()
  fireEvent.keyDown(options[1] as HTMLElement, { key: 'Enter' })
  await flushPromises()
  expect(told('copy')).toEqual([['rowan']])
})

it('covers are found by words, say who has a lesson, and a whole module is one press', async () => {
  const props = { modelValue: [], lessons: [...lessons, lesson('three', '9-11', 'Third')], years: [5], hadBy: (id: string) => id === 'fog' ? [{ to: rowan, lessonId: id, since: '2027-01-12', isClosed: true }] : [] }
  const { text, press, fill, told } = await openStaffPage(LessonPicker, { props })
  expect(text()).toContain('5 Rowan did it')
  await press('Take all of Lying online, ages 9–11')
  await press('Take these 2 lessons, one a week')
  expect(told('update:modelValue')).toEqual([[['door', 'three']], [['door', 'three']]])
  await fill('Find a lesson', 'nothing like it')
  expect(text()).toContain('No lesson has these words.')
})

it('who is chosen stands as a tag that can be taken out', async () => {
  const { press, told } = await openStaffPage(AssignTo, { props: { modelValue: ['rowan'], targets: [rowan] } })
  await press('Take 5 Rowan out')
  expect(told('update:modelValue')).toEqual([[[]]])
})

describe('words in To that are nobody yet', () => {
  const oak = { id: 'oak', classId: 'oak', groupId: null, name: '5 Oak', pupils: 3 }
  const targets = [rowan, oak, { ...oak, id: 'g', groupId: 'g', name: '5 Oak: Wednesdays' }, { ...oak, id: 'acorn', classId: 'acorn', name: '6 Acorn' }]
  const typing = async (words: string) => {
    const page = await openStaffPage(AssignTo, { props: { modelValue: ['rowan'], targets } })
    const field = page.find.getByRole('combobox', { name: 'To' })
    fireEvent.input(field, { target: { value: words } })
    await flushPromises()
    return { ...page, field }
  }
  const means = [['oak', 'oak'], ['5 Oak', 'oak'], ['6 ac', 'acorn']] as const
  it.each(means)('are taken by leaving the field where they mean one: %s', async (words, id) => {
    const { field, told } = await typing(words)
    fireEvent.focusOut(field, { relatedTarget: document.body })
    await flushPromises()
    expect(told('update:modelValue').at(-1)).toEqual([['rowan', id]])
  })
  it.each([
    ['Elm', 'No class or group of yours is called “Elm”.'],
    ['5', '“5” could be 5 Rowan, 5 Oak.'],
  ])('stay, and say why, where they mean nobody or several: %s', async (words, says) => {
    const { field, told, text } = await typing(words)
    fireEvent.focusOut(field, { relatedTarget: document.body })
    await flushPromises()
    expect(text()).toContain(says)
    expect([told('update:modelValue'), (field as HTMLInputElement).value]).toEqual([[], words])
  })
})

it('the last tag is marked by Backspace in the empty field and taken out by another', async () => {
  const { find, told } = await openStaffPage(AssignTo, { props: { modelValue: ['hazel', 'rowan'], targets: [rowan, { ...rowan, id: 'hazel', name: '5 Hazel' }] } })
  const field = find.getByRole('combobox', { name: 'To' })
  fireEvent.keyDown(field, { key: 'Backspace' })
  await flushPromises()
  expect(document.querySelector('.tag[data-state=active]')?.textContent).toContain('5 Rowan')
  fireEvent.keyDown(field, { key: 'Backspace' })
  await flushPromises()
  expect(told('update:modelValue').at(-1)).toEqual([['hazel']])
})

it('what somebody has is said with its day', async () => {
  const props = { modelValue: [], had: [{ to: rowan, lessonId: 'door', since: '2027-01-12', isClosed: false }], titleOf: () => 'Who is there?' }
  expect((await openStaffPage(AlreadyHas, { props })).text()).toContain('5 Rowan has “Who is there?” already, since 12 Jan.')
})

it('a look back is on where that is usual, and can be left out', async () => {
  const draft = emptyDraft()
  const { find } = await openStaffPage(AssignWhen, { props: { modelValue: draft, calendar, opens: '2027-02-09', allOpen: '2027-02-09', today: '2027-02-06', options: { sameOrder: false, boosterWeeks: 7 } } })
  const box = find.getByRole<HTMLInputElement>('checkbox', { name: 'Look back after 7 weeks' })
  expect(box.checked).toBe(true)
  fireEvent.click(box)
  expect(draft.boosterWeeks).toBe(null)
  expect(find.getAllByRole('button', { pressed: false }).map(one => one.textContent?.trim())).toEqual(['Quiz only'])
})

it('of one lesson a practice can stand alone, and a question come always or not at all', async () => {
  const draft = emptyDraft()
  const { find, text } = await openStaffPage(AssignMuch, { props: { modelValue: draft, lessonId: 'door' }, answers })
  const choose = async (name: RegExp, option: string) => {
    fireEvent.keyDown(find.getByRole('combobox', { name }), { key: 'ArrowDown' })
    await flushPromises()
    const found = find.getByRole('option', { name: option })
    found.focus()
    fireEvent.keyDown(found, { key: 'Enter' })
    await flushPromises()
  }
  expect(text()).toContain('One go asks 1 of them.')
  await choose(/^Who helps/, 'Always comes')
  expect([draft.putIn, draft.leftOut]).toEqual([['q1'], []])
  await choose(/^Who helps/, 'Does not come')
  expect([draft.putIn, draft.leftOut]).toEqual([[], ['q1']])
  expect(text()).toContain('Questions in and out (0 of 1)')
  await choose(/^One practice alone/, 'The swap (3 min)')
  expect(draft.part).toBe('practice swap')
})

it('a calendar shuts weekends and holidays, marks the class\'s days, and gives back the day that was chosen', async () => {
  const { press, find, told } = await openStaffPage(DayPicker, { props: { modelValue: '2027-02-09', label: 'Opens', calendar, name: 'opens' } })
  await press(/Tue 9 Feb/)
  const day = (date: string) => document.querySelector(`[data-day="${date}"]`)
  expect(day('2027-02-13')?.hasAttribute('data-disabled')).toBe(true)
  expect(day('2027-02-16')?.hasAttribute('data-unavailable')).toBe(true)
  expect([day('2027-02-23')?.classList.contains('own'), day('2027-02-24')?.classList.contains('own')]).toEqual([true, false])
  fireEvent.click(day('2027-02-23') ?? find.getByText('nothing'))
  await flushPromises()
  expect(told('update:modelValue')).toEqual([['2027-02-23']])
})

it('a plan shows each lesson on its day, and look-backs of a day together', async () => {
  const plan = [
    { lessonId: 'door', kind: 'lesson', opensOn: '2027-02-09', dueOn: '2027-02-23' },
    { lessonId: 'door', kind: 'booster', opensOn: '2027-04-06', dueOn: null },
    { lessonId: 'fog', kind: 'booster', opensOn: '2027-04-06', dueOn: null },
  ]
  const part = { kind: 'whole' }
  const { text } = await openStaffPage(PlanPreview, { props: { plan, lessons, part } })
  expect(text()).toContain('Tue 9 Feb')
  expect(text()).toContain('A few questions each of 2 lessons')
  expect((await openStaffPage(PlanPreview, { props: { plan: [], lessons, part } })).text()).toContain('Nothing new yet.')
})

it.each([
  [{ kind: 'whole' }, 'Two sittings, 11 + 14 min'],
  [{ kind: 'sitting', sitting: 2 }, 'Second sitting, 14 min'],
  [{ kind: 'quiz' }, 'The quiz, 5 min'],
  [{ kind: 'practice', screen: 'swap' }, '“The swap”, 3 min'],
] as const)('a plan says how much of a lesson pupils see: %o', async (part, says) => {
  const plan = [{ lessonId: 'door', kind: 'lesson', opensOn: '2027-02-09', dueOn: null }]
  const inTwo = lessons.map(one => ({ ...one, sittings: [{ minutes: 11 }, { minutes: 14 }] }))
  expect((await openStaffPage(PlanPreview, { props: { plan, lessons: inTwo, part, parts: ofLesson } })).text()).toContain(says)
})

it('a day in the holidays moves on to the class\'s next day, and says so', async () => {
  const { press, told, text } = await openStaffPage(DayPicker, { props: { modelValue: '2027-02-09', label: 'Opens', calendar, name: 'opens' } })
  await press(/Tue 9 Feb/)
  fireEvent.click(document.querySelector('[data-day="2027-02-16"]') as Element)
  await flushPromises()
  expect(told('update:modelValue')).toEqual([['2027-02-23']])
  expect(text()).toContain('Tue 16 Feb is in Half-term, so it is Tue 23 Feb.')
})

it('a calendar names what is struck through in the month that is seen, though it was before the day that is chosen', async () => {
  const { press, find } = await openStaffPage(DayPicker, { props: { modelValue: '2027-02-23', label: 'Opens', calendar, name: 'opens' } })
  await press(/Tue 23 Feb/)
  const legend = () => document.querySelector('.legend')?.textContent
  expect(legend()).toContain('Half-term')
  await press('Month after')
  expect(legend()).not.toContain('Half-term')
  expect(find.getByText('March 2027')).toBeTruthy()
})

it('another day counts at once, moves the due day along, and is undone', async () => {
  const props = { open: true, id: 'a1', classId: 'rowan', title: 'Who is there?', opensOn: '2027-02-09', dueOn: '2027-02-11' }
  const { press, asked } = await openStaffPage(ChangeDates, {
    props, answers: { 'GET /api/assignments/choices': choices, 'PATCH /api/assignments/a1': { opensOn: '2027-02-10', dueOn: '2027-02-12' } },
  })
  await press(/^Opens/)
  // The class has its lesson on Tuesdays: marked as in the sheet.
  const marked = [...document.querySelectorAll('.day.own:not([data-outside-view])')].map(day => day.getAttribute('data-day'))
  expect(marked).toContain('2027-02-23')
  expect(marked).not.toContain('2027-02-24')
  fireEvent.click(document.querySelector('[data-day="2027-02-10"]') as Element)
  await flushPromises()
  expect(asked.at(-1)).toEqual({ what: 'PATCH /api/assignments/a1', body: { opensOn: '2027-02-10', dueOn: '2027-02-12' } })
  expect(useUndo().shown.value?.text).toBe('“Who is there?” opens Wed 10 Feb.')
  await useUndo().shown.value?.undo?.()
  expect(asked.at(-1)?.body).toEqual({ opensOn: '2027-02-09', dueOn: '2027-02-11' })
})

it('a day in the holidays is told where the dialog has gone', async () => {
  const props = { open: true, id: 'a1', classId: 'rowan', title: 'Who is there?', opensOn: '2027-02-09', dueOn: null }
  const { press } = await openStaffPage(ChangeDates, {
    props, answers: { 'GET /api/assignments/choices': choices, 'PATCH /api/assignments/a1': { opensOn: '2027-02-23', dueOn: null } },
  })
  await press(/^Opens/)
  fireEvent.click(document.querySelector('[data-day="2027-02-16"]') as Element)
  await flushPromises()
  expect(useUndo().shown.value?.text).toBe('Tue 16 Feb is in Half-term, so it is Tue 23 Feb. “Who is there?” opens Tue 23 Feb.')
})

it('the host of the sheet shows nothing until it is opened', async () => {
  useAssignSheet().isOpen.value = false
  expect((await openStaffPage(AssignHost)).text()).toBe('')
})
