import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { config } from '#activities/quiz/schema'
import { drawItems, isCorrect, newGo, pack, score, seedOfGo, unpack, type PlayedQuiz } from '#activities/quiz/score'
import { SKIPPED } from '#activities/quiz/skipped'
import { PACKED_LIMIT } from '#shared/attempt/suspend-data'

const objectives = ['clues', 'knowing', 'fault', 'reply']
const quiz = config.parse({
  id: 'quiz',
  type: 'quiz',
  title: 'Quiz',
  draw: 10,
  pool: Array.from({ length: 16 }, (_, index) => ({
    id: `item-${index}`,
    objective: objectives[index % objectives.length],
    question: `Question ${index}?`,
    options: [
      { id: 'good', text: 'Good', feedback: 'Yes.', correct: true },
      { id: 'other', text: 'Other', feedback: 'Another way.', misconception: 'm' },
      { id: 'third', text: 'Third', feedback: 'Another way.', misconception: 'm' },
    ],
  })),
})
const seed = fc.integer({ min: 0, max: 0xFFFFFFFF })
const go = fc
  .record({
    seed,
    go: fc.integer({ min: 1, max: 999 }),
    ended: fc.boolean(),
    choices: fc.array(fc.constantFrom('good', 'other', 'third', SKIPPED), { maxLength: 10 }),
  })
  .map(({ seed, go, ended, choices }) => {
    const items = drawItems(quiz, seed)
    return { seed, go, ended, responses: Object.fromEntries(choices.map((choice, index) => [items[index]?.id ?? '', choice])) }
  })

describe('a quiz', () => {
  it('draws ten different items, each objective at least twice, the same ones for the same seed', () => {
    fc.assert(fc.property(seed, (seed) => {
      const items = drawItems(quiz, seed)
      expect(new Set(items.map(item => item.id)).size).toBe(10)
      for (const objective of objectives) expect(items.filter(item => item.objective === objective).length).toBeGreaterThanOrEqual(2)
      expect(drawItems(quiz, seed)).toEqual(items)
    }))
  })

  it('brings other questions with another seed', () => {
    expect(drawItems(quiz, 1).map(item => item.id)).not.toEqual(drawItems(quiz, 2).map(item => item.id))
  })

  it('is under way until every item is answered or skipped', () => {
    expect(score(quiz, newGo(7)).complete).toBe(false)
  })

  it('counts the right answers, and a skipped item gives no point', () => {
    const items = drawItems(quiz, 7)
    const responses = Object.fromEntries(items.map((item, index) => [item.id, index < 6 ? 'good' : index === 6 ? SKIPPED : 'other']))
    expect(score(quiz, { ...newGo(7), responses })).toEqual({ complete: true, score: { points: 6, max: 10 }, ended: false })
  })

  it('scores no go outside 0 to the number of items', () => {
    fc.assert(fc.property(go, (answer) => {
      const points = score(quiz, answer).score?.points ?? 0
      return points >= 0 && points <= quiz.draw
    }))
  })

  it('gives back every answer from its packed form, which stays short', () => {
    fc.assert(fc.property(go, (answer) => {
      const packed = pack(answer)
      expect(packed).toMatch(/^[A-Za-z0-9_.~*-]+$/)
      expect(packed.length).toBeLessThan(PACKED_LIMIT)
      expect(unpack(quiz, packed)).toEqual(answer)
    }))
  })

  it('refuses a packed form that is not of this quiz, and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9a-z.~*-]*$/)), (packed) => {
      const read = unpack(quiz, packed)
      if (read) expect(unpack(quiz, pack(read))).toEqual(read)
    }))
    expect(unpack(quiz, '1.1.0~item-99*good')).toBeNull()
    expect(unpack(quiz, '1.1.0~constructor*good')).toBeNull()
  })

  it('knows the one right option', () => {
    expect(isCorrect({ options: quiz.pool[0]?.options ?? [] }, 'good')).toBe(true)
    expect(isCorrect({ options: quiz.pool[0]?.options ?? [] }, undefined)).toBe(false)
  })
})

describe('a quiz in one order for all', () => {
  const given: PlayedQuiz = { ...quiz, orderSeed: 0xFFFFFFFF }

  it('is begun by its own seed, another go by the next', () => {
    expect([seedOfGo(quiz, 1), seedOfGo(given, 1), seedOfGo(given, 2)]).toEqual([undefined, 0xFFFFFFFF, 0])
  })

  it('takes no answer to questions that somebody drew anew', () => {
    for (const [seed, go, isTaken] of [[0xFFFFFFFF, 1, true], [0, 2, true], [0, 1, false], [7, 1, false]] as const)
      expect(unpack(given, pack(newGo(seed, go))) !== null, `${seed} ${go}`).toBe(isTaken)
    expect(unpack(quiz, pack(newGo(7)))).not.toBeNull()
  })
})

it('what is always asked is asked, within the share of its objective where that is enough', () => {
  const [one, two] = quiz.pool
  if (!one || !two) throw new Error('the pool has two')
  for (let seed = 0; seed < 30; seed++) {
    const ids = drawItems({ ...quiz, always: [one.id, two.id] }, seed).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([one.id, two.id]))
    expect(new Set(ids).size).toBe(quiz.draw)
    expect(drawItems({ ...quiz, always: [] }, seed)).toEqual(drawItems(quiz, seed))
  }
})
