import { describe, expect, it } from 'vitest'
import type { Lesson } from '#activities/lesson'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import type { Picture, Word } from './statements'
import { insightOf, worthIt } from './insight'

const check = (form: 'before' | 'after'): Lesson['screens'][number] => ({
  id: `check-${form}`,
  type: 'check',
  title: 'Check',
  form,
  items: [
    ...['one', 'two'].map(id => ({
      id,
      kind: 'knowledge' as const,
      objective: 'spot',
      question: `${form} ${id}?`,
      options: [
        { id: 'keep', text: 'Keep it', misconception: 'secrets' },
        { id: 'tell', text: 'Tell', correct: true as const },
      ],
      ...(form === 'after' ? { because: 'An adult can help.' } : {}),
    })),
    {
      id: 'would',
      kind: 'likely' as const,
      objective: 'tell',
      question: 'Would you tell?',
      options: [
        { id: 'no', text: 'No' },
        { id: 'yes', text: 'Yes' },
      ],
      ...(form === 'after' ? { because: 'It helps.' } : {}),
    },
  ],
})
const base = fixtureLesson()
const lesson = fixtureLesson({
  misconceptions: [
    { id: 'photo', text: 'A photo proves it.' },
    { id: 'secrets', text: 'A secret must be kept.' },
    { id: 'late', text: 'It is too late.' },
  ],
  screens: [
    ...base.screens.slice(0, 1),
    check('before'),
    ...base.screens.slice(1, -2),
    check('after'),
    ...base.screens
      .slice(-2)
      .map(screen =>
        screen.type !== 'quiz'
          ? screen
          : {
              ...screen,
              pool: screen.pool.map((item, index) => ({
                ...item,
                options: item.options.map((option, place) =>
                  place === 0 ? option : { ...option, misconception: place === 1 ? 'secrets' : index === 0 ? 'late' : 'photo' },
                ),
              })),
            },
      ),
  ] as Lesson['screens'],
})
const picture = (over: number, words: Record<string, Word>): Picture => ({
  over,
  said: Object.fromEntries(Object.entries(words).map(([key, word]) => [key, { of: 10, word }])),
})

describe('what is shown of a class', () => {
  it('is by belief first, in the lesson\'s order, and says which are worth ten minutes: from about half on', () => {
    const { beliefs, notMet } = insightOf(lesson, [
      { form: 'quiz', classes: 1, wording: null, picture: picture(15, { 'belief secrets': 2, 'belief photo': 1 }) },
    ])
    expect(beliefs).toEqual([
      { id: 'photo', text: 'A photo proves it.', of: 10, word: 'some', isWorth: false },
      { id: 'secrets', text: 'A secret must be kept.', of: 10, word: 'about-half', isWorth: true },
    ])
    expect(notMet).toBe(1)
  })

  it('brings from the pack what is worth it and nothing else, for the most held belief first', () => {
    const planned = ['photo', 'secrets', 'late'].map(id => ({
      id: `ten-${id}`, title: id, beliefs: [{ id, text: id }], screen: { id: 'story', number: 2, title: 'Story' }, steps: [], cards: [],
    }))
    const { beliefs } = insightOf(lesson, [
      { form: 'quiz', classes: 1, wording: null, picture: picture(15, { 'belief photo': 2, 'belief secrets': 1, 'belief late': 4 }) },
    ])
    expect(worthIt(planned, { beliefs }).map(({ id }) => id)).toEqual(['ten-late', 'ten-photo'])
  })

  it('says the change from before to after in words, of being right, of being sure, and of asking for help', () => {
    const { changes, likely, verySure } = insightOf(lesson, [
      {
        form: 'before',
        classes: 1, wording: null,
        picture: picture(10, {
          'option one tell': 1,
          'sure one': 3,
          'sure-other one': 2,
          'option two tell': 4,
          'option would no': 2,
          'option would yes': 1,
        }),
      },
      {
        form: 'after',
        classes: 1, wording: null,
        picture: picture(10, {
          'option one tell': 3,
          'sure one': 1,
          'sure-other one': 0,
          'option two tell': 4,
          'option would no': 0,
          'option would yes': 4,
        }),
      },
    ])
    expect(changes).toMatchObject([
      { id: 'one', right: { before: 'some', after: 'most', direction: 'up' }, sure: { before: 'most', after: 'some', direction: 'down' } },
      { id: 'two', right: { before: 'nearly-all', after: 'nearly-all', direction: 'same' }, sure: null },
    ])
    expect(likely).toEqual([
      {
        id: 'would',
        question: 'Would you tell?',
        options: [
          { text: 'No', before: 'about-half', after: 'few-or-none' },
          { text: 'Yes', before: 'some', after: 'nearly-all' },
        ],
      },
    ])
    expect(verySure).toEqual([{ question: 'before one?', form: 'before', word: 'about-half' }])
  })

  it('has the options of a question in the lesson\'s order, whichever more chose, and no number of any', () => {
    const { items } = insightOf(lesson, [
      { form: 'after', classes: 2, wording: null, picture: picture(10, { 'option one tell': 4, 'option one keep': 0 }) },
    ])
    expect(items).toEqual([{ id: 'one', form: 'after', isEarlier: false, vignette: null, question: 'after one?', of: 10, options: [
      { text: 'Keep it', isCorrect: false, belief: 'A secret must be kept.', word: 'few-or-none' },
      { text: 'Tell', isCorrect: true, belief: null, word: 'nearly-all' },
    ] }])
  })

  it('says of each form why there is nothing', () => {
    const { counted, beliefs, items } = insightOf(lesson, [{ form: 'before', classes: 1, wording: null, picture: null }])
    expect(counted.map(({ form, state }) => [form, state])).toEqual([['before', 'left-out'], ['quiz', 'few'], ['after', 'few']])
    expect([beliefs, items]).toEqual([[], []])
  })
})
