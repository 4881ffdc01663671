import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { answer, config, verdict, type ProfileAnswer } from '#activities/profile/schema'
import { score } from '#activities/profile/score'

const example = config.parse(parse(readFileSync(new URL('example.yml', import.meta.url), 'utf8')))
const ids = example.profiles.map(({ id }) => id)

describe('looking at profiles', () => {
  it('is under way until every profile has a verdict', () => {
    expect(score(example, {}).complete).toBe(false)
    expect(score(example, { 'goal-machine': { looked: [], verdict: 'cannot-tell' } }).complete).toBe(false)
  })

  it('is not done by looking at details only', () => {
    const looked = Object.fromEntries(example.profiles.map(({ id, details }) => [id, { looked: details.map(detail => detail.id) }]))
    expect(score(example, looked).complete).toBe(false)
  })

  it.each(verdict.options)('is done with "%s" for every profile, without points and without counting what was overlooked', (said) => {
    const given: ProfileAnswer = Object.fromEntries(ids.map(id => [id, { looked: [], verdict: said }]))
    expect(score(example, given)).toEqual({ complete: true, score: null, ended: false })
  })

  it('never throws, whatever the answer', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom(...ids, 'constructor'), fc.string()), fc.record({ looked: fc.array(fc.string()) })),
        (given) => {
          expect(score(example, given).complete).toBe(false)
        },
      ),
    )
  })

  it('accepts only the three verdicts', () => {
    expect(answer.safeParse({ scout: { looked: ['secret'], verdict: 'something-off' } }).success).toBe(true)
    expect(answer.safeParse({ scout: { looked: [], verdict: 'liar' } }).success).toBe(false)
  })
})

describe('the example profiles', () => {
  it('have somebody who pretends without a single clue, and a genuine person who looks odd', () => {
    expect(example.profiles.some(({ truth, details }) => truth === 'pretending' && details.every(({ clue }) => !clue))).toBe(true)
    expect(example.profiles.some(({ truth, details }) => truth === 'genuine' && details.some(({ odd }) => odd))).toBe(true)
  })
})
