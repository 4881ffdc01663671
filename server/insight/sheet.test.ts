import { describe, expect, it } from 'vitest'
import type { Lesson } from '#activities/lesson'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { forms, isTrue, keys, knownOf, placeOfValue, questionsOf, saidIn, sheetOf } from './sheet'

const items = [
  { id: 'know', kind: 'knowledge' as const, objective: 'spot', question: 'Who?', options: [
    { id: 'tell', text: 'Tell', correct: true as const },
    { id: 'keep', text: 'Keep it', misconception: 'secrets' },
  ] },
  { id: 'second', kind: 'knowledge' as const, objective: 'spot', question: 'When?', options: [
    { id: 'tell', text: 'Now', correct: true as const },
    { id: 'keep', text: 'Never', misconception: 'secrets' },
  ] },
  { id: 'would', kind: 'likely' as const, objective: 'tell', question: 'Would you?', options: [
    { id: 'no', text: 'No' },
    { id: 'yes', text: 'Yes' },
  ] },
]
const base = fixtureLesson()
const lesson = fixtureLesson({
  misconceptions: [{ id: 'secrets', text: 'A secret must be kept.' }, { id: 'late', text: 'It is too late.' }],
  screens: [
    ...base.screens.slice(0, 1),
    { id: 'before', type: 'check', title: 'Check', form: 'before', items },
    ...base.screens.slice(1),
  ] as Lesson['screens'],
})
const check = sheetOf(lesson, 'before')
const quiz = sheetOf(lesson, 'quiz')
const statement = (sheet: typeof check, key: string) => {
  const found = sheet.statements.find(one => one.key === key)
  if (!found) throw new Error(`nothing is said of "${key}"`)
  return found
}

describe('the questions of a form', () => {
  it('are those of the quiz or of one check, in the lesson\'s order, and none where the lesson has no such form', () => {
    expect(forms).toEqual(['before', 'quiz', 'after'])
    expect(forms.map(form => questionsOf(lesson, form).map(({ id }) => id))).toEqual([
      ['know', 'second', 'would'],
      ['one', 'two', 'three', 'four'],
      [],
    ])
    expect(sheetOf(lesson, 'after')).toEqual({ questions: [], statements: [] })
  })

  it('have each option as what can be said, with how sure where that was asked, and leaving it out', () => {
    expect(check.questions[0]?.values).toEqual([
      { answer: 'tell', right: true, sure: 'very' }, { answer: 'tell', right: true, sure: '' },
      { answer: 'keep', right: false, sure: 'very' }, { answer: 'keep', right: false, sure: '' },
      { answer: '-', right: false, sure: '' },
    ])
    expect(check.questions[2]?.values).toEqual([
      { answer: 'no', right: false, sure: '' }, { answer: 'yes', right: false, sure: '' }, { answer: '-', right: false, sure: '' },
    ])
    expect(quiz.questions[3]).toMatchObject({
      id: 'four',
      values: [{ answer: 'tell', right: true, sure: '' }, { answer: 'keep' }, { answer: 'ask' }, { answer: '-' }],
    })
  })
})

describe('what is said of a form', () => {
  it('is each option, and of a check who was very sure and who was very sure of something else than what is right', () => {
    expect(check.statements.map(({ key, isHeld }) => [key, isHeld])).toEqual([
      ['option know tell', false], ['option know keep', false], ['sure know', true], ['sure-other know', true],
      ['option second tell', false], ['option second keep', false], ['sure second', true], ['sure-other second', true],
      ['option would no', false], ['option would yes', false],
    ])
    expect(statement(check, keys.option('know', 'keep')).picks).toEqual(new Map([[0, new Set([2, 3])]]))
    expect(statement(check, keys.sure('second')).picks).toEqual(new Map([[1, new Set([0, 2])]]))
    expect(statement(check, keys.sureOfOther('second')).picks).toEqual(new Map([[1, new Set([2])]]))
    expect(statement(check, keys.option('would', 'yes')).picks).toEqual(new Map([[2, new Set([1])]]))
  })

  it('is, of a quiz only, each belief that one of its options comes from, over all questions', () => {
    expect(quiz.statements.filter(({ isHeld }) => isHeld)).toEqual([
      { key: keys.belief('secrets'), picks: new Map([0, 1, 2, 3].map(place => [place, new Set([1, 2])])), isHeld: true },
    ])
    expect(quiz.statements.filter(({ isHeld }) => !isHeld)).toHaveLength(12)
    expect(quiz.statements[0]?.key).toBe('belief secrets')
  })

  it('leaves out of a belief the questions that have no option of it', () => {
    const some = fixtureLesson({
      screens: base.screens.map(screen =>
        screen.type !== 'quiz'
          ? screen
          : {
              ...screen,
              pool: screen.pool.map((item, index) =>
                index === 1 ? item : { ...item, options: item.options.map(({ misconception: _, ...option }) => option) },
              ),
            },
      ) as Lesson['screens'],
    })
    expect(statement(sheetOf(some, 'quiz'), 'belief secrets').picks).toEqual(new Map([[1, new Set([1, 2])]]))
  })
})

describe('what one pupil said', () => {
  it('is found among what can be said, very sure apart from less sure', () => {
    expect(placeOfValue(check, 'know', 'keep', 'very')).toEqual([0, 2])
    for (const sure of [undefined, '', 'quite', 'not']) expect(placeOfValue(check, 'know', 'keep', sure)).toEqual([0, 3])
    // Nobody was asked how sure they are of what they would do.
    expect(placeOfValue(check, 'would', 'yes', 'very')).toEqual([2, 1])
  })

  it('counts as left out where it is none of the options, and as nothing where there is no such question', () => {
    for (const said of ['-', '', 'gone']) expect(placeOfValue(check, 'know', said, 'very')).toEqual([0, 4])
    expect(placeOfValue(check, 'nowhere', 'tell')).toEqual([-1, -1])
    expect(placeOfValue(check, 'gone', 'tell')[0]).toBe(-1)
    expect(saidIn(quiz, { two: 'keep', gone: 'tell', four: '-' })).toEqual(new Map([[1, 1], [3, 3]]))
    expect(saidIn(quiz, { one: 'tell' })).toEqual(new Map([[0, 0]]))
  })

  it('makes a statement true where it was said at one question at least', () => {
    const belief = statement(quiz, 'belief secrets')
    expect(isTrue(belief, saidIn(quiz, { one: 'tell', three: 'ask' }))).toBe(true)
    expect(isTrue(belief, saidIn(quiz, { one: 'tell', three: '-' }))).toBe(false)
    expect(isTrue(belief, new Map())).toBe(false)
  })

  it('tells whoever sees the total what came and how many were right, and no more', () => {
    expect(knownOf(quiz, saidIn(quiz, { three: 'tell', one: 'keep', four: 'tell' }))).toEqual({ met: [2, 0, 3], right: 2 })
    expect(knownOf(quiz, new Map())).toEqual({ met: [], right: 0 })
  })
})
