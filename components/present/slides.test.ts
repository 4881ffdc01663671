import { describe, expect, it } from 'vitest'
import type { PlayerLesson, Screen } from '#activities/lesson'
import { quizItemOf, slidesOf as slides, startOf, titleOf, type DiscussionPrompt } from './slides'

const options = [
  { id: 'a', text: 'Tell an adult', correct: true as const, feedback: 'They can help.' },
  { id: 'b', text: 'Wait', misconception: 'late', feedback: 'Any time is fine.' },
]
const screens: Screen[] = [
  { id: 'opening', type: 'opening', title: 'Hello', today: 'Today: a story.' },
  {
    id: 'check-after',
    type: 'check',
    title: 'And now?',
    form: 'after',
    items: ['x', 'y', 'z'].map(id => ({
      id,
      kind: 'knowledge' as const,
      objective: 'tell',
      vignette: 'Ben waits.',
      question: `Who helps ${id}?`,
      options,
      because: 'Adults help.',
    })),
  },
  {
    id: 'quiz',
    type: 'quiz',
    title: 'Quiz',
    draw: 3,
    pool: ['one', 'two', 'three', 'four'].map(id => ({ id, objective: 'tell', question: `Question ${id}?`, options })),
  },
]
const lesson: Pick<PlayerLesson, 'screens'> = { screens }
const slidesOf = (of: typeof lesson, discussion: readonly DiscussionPrompt[]) => slides(of, discussion, 'Half-way')

describe('the slides of a lesson', () => {
  it('puts what there is to discuss after its screen', () => {
    const slides = slidesOf(lesson, [{ screen: { id: 'opening' }, prompt: 'What do you think?', listenFor: 'Anything.' }])
    expect(slides.slice(0, 2)).toMatchObject([
      { kind: 'screen', id: 'opening' },
      { kind: 'talk', from: 'opening', prompt: 'What do you think?' },
    ])
  })

  it('asks as many questions as one go does, each with all of its feedback open, and the same ones each time', () => {
    const quiz = slidesOf(lesson, []).filter(({ from }) => from === 'quiz')
    expect(quiz).toHaveLength(3)
    expect(quiz[0]).toMatchObject({
      kind: 'screen',
      screen: { type: 'choice', options: [{ feedback: expect.any(String) }, { feedback: expect.any(String) }] },
    })
    expect(slidesOf(lesson, [])).toEqual(slidesOf(lesson, []))
  })

  it('lets a class answer the quiz on devices, and never a check or a screen of the lesson', () => {
    const asked = slidesOf(lesson, [{ screen: { id: 'quiz' }, prompt: 'Why?', listenFor: '' }]).map(slide => quizItemOf(slide, screens))
    expect(asked.filter(item => item !== undefined)).toHaveLength(3)
    expect(['one', 'two', 'three', 'four']).toEqual(expect.arrayContaining(asked.filter(item => item !== undefined)))
    expect(asked.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined])
    expect(asked.at(-1)).toBeUndefined()
    expect(quizItemOf(undefined, screens)).toBeUndefined()
  })

  it('shows a check to think about: no option says anything back, and what the lesson says comes last', () => {
    const check = slidesOf(lesson, []).filter(({ from }) => from === 'check-after')
    expect(check).toHaveLength(3)
    expect(check[0]).toMatchObject({
      screen: { type: 'content', text: ['Ben waits.', 'Who helps x?'], points: ['Tell an adult', 'Wait'], callout: 'Adults help.' },
    })
  })

  it('gives every slide an id of its own', () => {
    const ids = slidesOf(lesson, [
      { screen: { id: 'quiz' }, prompt: 'One?', listenFor: '-' },
      { screen: { id: 'quiz' }, prompt: 'Two?', listenFor: '-' },
    ]).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a lesson in two sittings', () => {
  const inTwo = { screens: screens.map((screen, index) => index === 1 ? { ...screen, startsSitting: true as const } : screen) }
  const talk = [{ screen: { id: 'opening' }, prompt: 'What do you think?', listenFor: 'Anything.' }]

  it('stops at a card, behind all that belongs to the first, and can be begun behind it', () => {
    const all = slidesOf(inTwo, talk)
    expect(all.slice(0, 3).map(({ kind }) => kind)).toEqual(['screen', 'talk', 'break'])
    expect([titleOf(all[2] ?? all[0]!), startOf(all, { sitting: 1 }), startOf(all, { sitting: 2 })]).toEqual(['Half-way', 0, 3])
    expect(all[startOf(all, { sitting: 2 })]).toMatchObject({ from: 'check-after' })
    // Where the board was counts before where it began; a slide that the lesson has no more is no place.
    expect([startOf(all, { slide: all[1]?.id, sitting: 2 }), startOf(all, { slide: 'gone', sitting: 2 })]).toEqual([1, 3])
  })

  it('has no such card where there is one sitting', () => {
    expect([slidesOf(lesson, []).some(({ kind }) => kind === 'break'), startOf(slidesOf(lesson, []), { sitting: 2 })]).toEqual([false, 0])
  })
})
