import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { answer, config } from '#activities/reply/schema'
import { score } from '#activities/reply/score'

const example = config.parse(parse(readFileSync(new URL('example.yml', import.meta.url), 'utf8')))

describe('picking words', () => {
  it('is under way until every round has a reply', () => {
    expect(score(example, {}).complete).toBe(false)
    expect(score(example, { 'which-school': 'no-share' }).complete).toBe(false)
  })

  it.each(['no-share', 'later', 'near-park'])('is done whichever reply was picked ("%s"), without points', (picked) => {
    expect(score(example, { 'which-school': picked, 'telling-gran': 'something' })).toEqual({ complete: true, score: null, ended: false })
  })

  it('is not done by a reply that the round does not offer', () => {
    expect(score(example, { 'which-school': 'something', 'telling-gran': 'something' }).complete).toBe(false)
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.string()), (given) => {
      expect(score(example, given).complete).toBe(false)
    }))
  })

  it('has an answer of ids only: no words of a pupil are ever kept', () => {
    expect(answer.safeParse({ 'which-school': 'no-share' }).success).toBe(true)
    expect(answer.safeParse({ 'which-school': 'My own words!' }).success).toBe(false)
  })
})
