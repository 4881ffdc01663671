import { describe, expect, it } from 'vitest'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { asItComes, customOf, fitting, readOptions, type Options } from './options'

describe('what a teacher chose besides the lesson', () => {
  const chosen: Options = { kind: 'lesson', part: { kind: 'practice', screen: 'sort' }, sameOrder: true, leftOut: ['a'], putIn: ['b', 'c'] }

  it('comes back through the LMS as it was chosen', () => {
    expect(readOptions(customOf('x', chosen, '2027-01-15'))).toEqual({ options: chosen, dueOn: '2027-01-15' })
    expect(readOptions(customOf('x', { ...asItComes, kind: 'booster' }, null))).toEqual({ options: { ...asItComes, kind: 'booster' }, dueOn: null })
    expect(customOf('x', asItComes, null)).toEqual({ lesson: 'x', due: '$ResourceLink.submission.endDateTime' })
  })

  it('is due on the day that the LMS says, where it says one', () => {
    const due = (custom: Record<string, unknown>) => readOptions(custom).dueOn
    expect(due({ due: '2027-07-01T23:30:00Z', due_on: '2027-01-15' })).toBe('2027-07-02')
    expect(due({ due: '', due_on: '2027-01-15' })).toBe('2027-01-15')
    for (const nonsense of ['$ResourceLink.submission.endDateTime', 'tomorrow', '2027', 7, null, ['2027-01-15']])
      expect(due({ due: nonsense, due_on: nonsense }), String(nonsense)).toBeNull()
    expect(due({ due_on: '2027-99-99' })).toBeNull()
  })

  it.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['other kinds of values', { part: 7, kind: null, order: true, left_out: ['a'], put_in: {} }],
    ['what does not exist', { part: 'third', kind: 'exam', order: 'random' }],
    ['a text without end', { part: `practice:${'x'.repeat(3_000)}`, left_out: 'y'.repeat(3_000) }],
  ])('falls back to the lesson as it comes where the LMS says %s', (_, custom) => {
    expect(readOptions(custom).options).toEqual(asItComes)
  })

  it('is what the lesson has: a part that is not there is all of it, an unfair quiz is as it is', () => {
    const lesson = fixtureLesson()
    const quiz = lesson.screens.find(screen => screen.type === 'quiz')
    if (quiz?.type !== 'quiz') throw new Error('it ends with a quiz')
    const ids = quiz.pool.map(({ id }) => id)
    const fair: Options = { ...asItComes, part: { kind: 'quiz' }, putIn: ids.slice(0, 1) }
    expect(fitting(lesson, fair)).toEqual(fair)
    const practice: Options = { ...asItComes, part: { kind: 'practice', screen: 'chat-kicka' } }
    expect(fitting(lesson, practice)).toEqual(practice)
    for (const part of [{ kind: 'practice', screen: 'not-there' }, { kind: 'practice', screen: lesson.screens[0]?.id ?? '' }] as const)
      expect(fitting(lesson, { ...asItComes, part }).part).toEqual({ kind: 'whole' })
    for (const [leftOut, putIn] of [[ids, []], [['unknown'], []], [ids.slice(0, 1), ids.slice(0, 1)], [[], ids]] as const)
      expect(fitting(lesson, { ...asItComes, leftOut, putIn })).toEqual(asItComes)
    const without = { ...lesson, screens: lesson.screens.filter(({ type }) => type !== 'quiz') }
    expect(fitting(without, { ...fair, kind: 'booster' })).toEqual(asItComes)
    expect(fitting(lesson, { ...fair, kind: 'booster' })).toMatchObject({ kind: 'booster', part: { kind: 'whole' } })
  })
})
