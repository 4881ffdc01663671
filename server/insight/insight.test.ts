import { describe, expect, it } from 'vitest'
import { fixtureLesson } from '../../tests/support/fixture-lesson'
import type { Tally } from '../database/tallies'
import { changeOf, insightOf } from './insight'

describe('the change between two forms of a check', () => {
  it('has an interval that holds the change and narrows with more answers', () => {
    const small = changeOf({ right: 4, answers: 12 }, { right: 9, answers: 12 })
    const large = changeOf({ right: 40, answers: 120 }, { right: 90, answers: 120 })
    expect(small).toMatchObject({ points: 42 })
    expect(small.from).toBeLessThan(small.points)
    expect(small.to).toBeGreaterThan(small.points)
    expect(large.to - large.from).toBeLessThan(small.to - small.from)
    // Agresti and Caffo by hand: p1 = 5/14, p2 = 10/14, difference 0.357, reach 1.96 × 0.176.
    expect([small.from, small.to]).toEqual([1, 70])
  })

  it('says nothing certain where nothing has changed', () => {
    const { points, from, to } = changeOf({ right: 10, answers: 20 }, { right: 10, answers: 20 })
    expect(points).toBe(0)
    expect(from).toBeLessThan(0)
    expect(to).toBeGreaterThan(0)
  })
})

describe('what is shown of a class', () => {
  const lesson = fixtureLesson()
  const quiz = lesson.screens.find(screen => screen.type === 'quiz')
  const item = quiz?.type === 'quiz' ? quiz.pool[0] : undefined
  const wrong = item?.options.find(({ correct }) => !correct)?.id ?? ''
  const said = (count: number): Tally[] => [{ form: 'quiz', item_id: item?.id ?? '', option_id: wrong, sure: '', count }, { form: 'quiz', item_id: item?.id ?? '', option_id: '-', sure: '', count: 20 }]

  it('has no question that fewer than ten have answered, however many left it out', () => {
    expect(insightOf(lesson, said(9))).toEqual({ items: [], changes: [], misconceptions: [] })
    expect(insightOf(lesson, said(10)).items).toMatchObject([{ id: item?.id, answers: 10, leftOut: 20 }])
  })
})
