import { describe, expect, it } from 'vitest'
import { asItIs, idsIn, questionFault, stillFair } from '#shared/lesson/questions'

const pool = ['a1', 'a2', 'a3', 'b1', 'b2'].map(id => ({ id, objective: id.slice(0, 1) }))
const quiz = { draw: 3, pool }
const chosen = (leftOut: string[], putIn: string[] = []) => ({ leftOut, putIn })

describe('questions left out or put in', () => {
  it.each([
    [chosen([]), null],
    [chosen(['a1', 'b1'], ['a2', 'b2']), null],
    [chosen(['c1']), 'unknown'],
    [chosen([], ['c1']), 'unknown'],
    [chosen(['a1'], ['a1']), 'both'],
    [chosen(['a1', 'a2', 'b1']), 'few'],
    [chosen(['b1', 'b2']), 'objective'],
    [chosen([], ['a1', 'a2', 'a3', 'b1']), 'many'],
    [chosen([], ['a1', 'a1', 'a2', 'a3']), null],
  ] as const)('%o: %s', (choice, fault) => {
    expect(questionFault(quiz, choice)).toBe(fault)
  })

  it('are obeyed as far as the quiz of today can: what it lost is forgotten, and it stays a fair one', () => {
    expect(stillFair(quiz, chosen(['a1', 'lost'], ['b1', 'lost-too']))).toEqual(chosen(['a1'], ['b1']))
    const smaller = { draw: 3, pool: pool.slice(0, 4) }
    expect(stillFair(smaller, chosen(['a1', 'b1', 'b2'], ['a2']))).toEqual(chosen([], ['a2']))
    expect(stillFair({ draw: 1, pool }, chosen(['a1'], ['a2', 'b1']))).toEqual(asItIs)
  })

  it('are kept with a space between', () => expect([idsIn(''), idsIn('a1 b-2')]).toEqual([[], ['a1', 'b-2']]))
})
