// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Insight, LessonInsight } from '#shared/api/insight'
import type { TenMinutes } from '#shared/api/packs'
import { accessibilityProblems, openStaffPage, Refused } from '../../../tests/support/staff/staff-page'
import ClassInsight from './ClassInsight.vue'
import HowMany from './HowMany.vue'
import InsightBeliefs from './InsightBeliefs.vue'
import InsightChanges from './InsightChanges.vue'
import InsightDetail from './InsightDetail.vue'
import TomorrowCard from './TomorrowCard.vue'

const shown: Insight = {
  counted: [{ form: 'quiz', state: 'shown', over: 15, classes: 1, isEarlier: false }],
  beliefs: [
    { id: 'photo', text: 'A photo proves it.', of: 15, word: 'few-or-none', isWorth: false },
    { id: 'kind', text: 'Kind is safe.', of: 15, word: 'about-half', isWorth: true },
    { id: 'secret', text: 'A secret must be kept.', of: 10, word: 'most', isWorth: true },
  ],
  notMet: 1,
  verySure: [],
  changes: [],
  likely: [],
  items: [{
    id: 'q', form: 'quiz', isEarlier: false, vignette: null, question: 'Who is it?', of: 15,
    options: [{ text: 'A friend', isCorrect: false, belief: 'Kind is safe.', word: 'about-half' }],
  }],
}
const plan = (id: string, belief: string): TenMinutes => ({
  id, title: `About ${id}`, beliefs: [{ id: belief, text: belief }], screen: { id: `screen-${id}`, number: 3, title: 'Our secret' },
  steps: ['Show it.', 'In pairs.', 'End on this.'], cards: [],
})
const lesson: LessonInsight = {
  lessonId: 'lying-online-9-11', title: 'Fog Radio', locale: 'en', kind: 'lesson', classId: 'c1', isClosed: false, least: 10, step: 5,
  insight: shown, lookedBack: [], tomorrow: [plan('secrets', 'secret'), plan('kindness', 'kind')],
}
const assignments = [
  { id: 'a1', title: 'Fog Radio', kind: 'lesson', isClosed: true, hasOpened: true },
  { id: 'a2', title: 'Fog Radio', kind: 'booster', isClosed: false, hasOpened: true },
  { id: 'a3', title: 'Later', kind: 'lesson', isClosed: false, hasOpened: false },
] as const
const open = (changes: Partial<LessonInsight> = {}, props = {}) => openStaffPage(ClassInsight, {
  props: { classId: 'c1', assignments: assignments.slice(0, 1), ...props },
  answers: { 'GET /api/assignments/a1/insight': { ...lesson, ...changes }, 'GET /api/assignments/a2/insight': { ...lesson, ...changes } },
})

it('begins with the newest lesson that enough have finished, and not with one that says "not yet"', async () => {
  const cells = (...all: string[]) => all.map(progress => ({ progress }))
  const pupils = Array.from({ length: 12 }, (_, index) => ({ id: `p${index}`, cells: cells(index < 10 ? 'finished' : 'started', 'started', 'not-started') }))
  expect((await open({}, { assignments, pupils })).asked.map(({ what }) => what)).toEqual(['GET /api/assignments/a1/insight'])
  expect((await open({}, { assignments, pupils: pupils.slice(1) })).asked.map(({ what }) => what)).toEqual(['GET /api/assignments/a2/insight'])
})

it('what is worth ten minutes stands on top, each part in the lesson\'s order, in words with windows and never as a number', async () => {
  const { find } = await open()
  const rows = [...document.querySelectorAll<HTMLElement>('[data-belief]')]
  expect(rows.map(({ dataset }) => dataset.belief)).toEqual(['kind', 'secret', 'photo'])
  expect(rows.map(row => row.textContent?.replaceAll(/\s+/g, ' ').trim())).toEqual([
    'About half of 15 pupils chose at least once: “Kind is safe.” What to do: “Kind is safe.”Worth ten minutes',
    'Most of 10 pupils chose at least once: “A secret must be kept.” What to do: “A secret must be kept.”Worth ten minutes',
    'Hardly any of 15 pupils chose at least once: “A photo proves it.”',
  ])
  expect(rows.map(row => row.querySelectorAll('.lit').length)).toEqual([3, 4, 1])
  expect(document.body.innerHTML).not.toMatch(/%|\btitle=|\d+ of \d+/)
  expect(find.getByText(/One more belief was met by fewer than 10/)).toBeTruthy()
  expect(await accessibilityProblems()).toEqual([])
})

it('beside it stands what to do tomorrow: for the most held belief first, for another one when it is pressed', async () => {
  const { find, press } = await open()
  const steps = () => [find.getByRole('heading', { name: /^About/ }).textContent?.trim(), find.getByRole('link', { name: 'Present' }).getAttribute('href')]
  expect(steps()[0]).toBe('About secrets')
  await press(/What to do.*Kind/)
  expect(steps()[0]).toBe('About kindness')
  expect(document.activeElement?.textContent?.trim()).toBe('About kindness')
  expect(find.getByText('Say “people”, never “some of you”.')).toBeTruthy()
})

it.each([
  ['not yet, while it is open', { counted: [{ form: 'quiz', state: 'few', over: 0, classes: 1, isEarlier: false }] }, false, 'Not yet. Insight begins once 10 pupils have done a question and are not counted with it elsewhere.'],
  ['too few, once it is closed', { counted: [{ form: 'quiz', state: 'few', over: 0, classes: 1, isEarlier: false }] }, true, 'Not yet. Fewer than 10 have been through it.'],
  ['held back, for one reason', { counted: [{ form: 'quiz', state: 'left-out', over: 0, classes: 1, isEarlier: false }] }, true, 'Not shown. With who has finished and with what was shown before, it might give away somebody\'s answer. Why we hold things back'],
] as const)('says that there is nothing to see: %s', async (_, { counted }, isClosed, sentence) => {
  const { text, find } = await open({ isClosed, insight: { ...shown, counted, beliefs: [], notMet: 0, items: [] }, tomorrow: [] })
  expect(text()).toContain(sentence)
  expect([find.queryByRole('heading', { name: /^About/ }), document.querySelector('[data-belief]')]).toEqual([null, null])
  expect(await accessibilityProblems()).toEqual([])
})

it('says so where nothing stood out, and where small classes were counted together', async () => {
  const calm = { ...shown, beliefs: shown.beliefs.slice(0, 1), notMet: 0 }
  const counted = [{ form: 'quiz', state: 'shown', over: 15, classes: 3, isEarlier: false }] as const
  const { text } = await open({ isClosed: true, insight: { ...calm, counted }, tomorrow: [] })
  expect(text()).toContain('Nothing stood out.')
  expect(text()).toContain('together with 2 other small classes')
  expect(text()).toContain('Hardly any of 15 pupils of 3 small classes chose at least once')
})

it('shows the newest lesson that has opened, another one when it is chosen, and none where none has begun', async () => {
  const { asked, find, setProps, text } = await open({}, { assignments })
  expect(asked.map(({ what }) => what)).toEqual(['GET /api/assignments/a2/insight'])
  fireEvent.keyDown(find.getByRole('combobox', { name: 'Lesson: Look back: Fog Radio (open)' }), { key: 'ArrowDown' })
  await flushPromises()
  const options = [...document.querySelectorAll<HTMLElement>('[data-option]')]
  expect(options.map(({ textContent }) => textContent?.trim())).toEqual(['Fog Radio (closed)', 'Look back: Fog Radio (open)'])
  options[0]?.focus()
  fireEvent.keyDown(options[0] as HTMLElement, { key: 'Enter' })
  await flushPromises()
  expect(asked.map(({ what }) => what)).toEqual(['GET /api/assignments/a2/insight', 'GET /api/assignments/a1/insight'])
  await setProps({ assignments: assignments.slice(2) })
  expect(text()).toContain('The class has begun no lesson yet.')
})

it('says what went wrong and gets it again when asked to', async () => {
  let tries = 0
  const { press, text } = await openStaffPage(ClassInsight, {
    props: { classId: 'c1', assignments: assignments.slice(0, 1) },
    answers: { 'GET /api/assignments/a1/insight': () => ++tries === 1 ? new Refused(404, 'It is gone.') : lesson },
  })
  expect(text()).toContain('It is gone.')
  await press('Try again')
  expect(text()).toContain('About half of 15 pupils')
})

it('before and after stand in words and windows, each with what a class of this size cannot say', async () => {
  const words = { before: 'most', after: 'about-half', direction: 'down' } as const
  const { text } = await openStaffPage(InsightChanges, {
    props: {
      insight: { changes: [{ id: 'c', question: 'Who is it?', right: { before: 'some', after: 'some', direction: 'same' }, sure: null }], likely: [] },
      lookedBack: [{ id: 'kind', text: 'Kind is safe.', words }],
    },
  })
  const rows = [...document.querySelectorAll<HTMLElement>('[data-change]')].map(row => row.textContent?.replaceAll(/\s+/g, ' ').trim())
  expect(rows).toEqual([
    '“Kind is safe.”Chose this at least onceIn the lessonmostLooking backabout halfFewer than before. With a class of this size that may be chance. The whole school\'s evidence says more.',
    'Who is it?Answered wellBeforesomeAftersomeAbout the same as before.',
  ])
  expect(text()).not.toMatch(/\d/)
})

it.each([
  ['few-or-none', 'hardly anybody', 1],
  ['about-half', 'about half', 3],
  ['nearly-all', 'nearly everybody', 5],
])('how many (%s) is said in a word; the windows only help the eye', async (word, said, lit) => {
  const { text } = await openStaffPage(HowMany, { props: { word } })
  expect(text()).toBe(said)
  expect(document.querySelectorAll('[aria-hidden="true"] .lit')).toHaveLength(lit)
})

it('a closer look is folded, question by question, and not there where nothing is shown', async () => {
  const { find, setProps } = await openStaffPage(InsightDetail, { props: { insight: shown, least: 10 } })
  expect(find.getByText('Question by question').closest('details')?.open).toBe(false)
  expect(find.getByRole('rowheader').textContent?.replaceAll(/\s+/g, ' ').trim()).toBe('A friend Kind is safe.')
  await setProps({ insight: { ...shown, items: [] } })
  expect(find.queryByText('Question by question')).toBeNull()
})

it('the card for tomorrow leads to its scene and to its cards', async () => {
  await openStaffPage(TomorrowCard, { props: { plan: plan('secrets', 'secret'), lesson } })
  expect(document.querySelector('img')?.getAttribute('src')).toBe('/api/lessons/lying-online-9-11/scenes/screen-secrets?locale=en')
  expect(document.querySelectorAll('ol li')).toHaveLength(3)
})

it('a belief has nothing to press where there is no more to do than what stands beside it', async () => {
  const { find } = await openStaffPage(InsightBeliefs, { props: { insight: shown, pools: 1, canPlan: [] } })
  expect(find.queryAllByRole('button')).toEqual([])
})
