import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { answer, config, sureness, type ConfidenceAnswer, type Sureness } from '#activities/confidence/schema'
import { score } from '#activities/confidence/score'

const example = config.parse(parse(readFileSync(new URL('example.yml', import.meta.url), 'utf8')))
const all = (said: boolean, sure: Sureness): ConfidenceAnswer =>
  Object.fromEntries(example.statements.map(({ id }) => [id, { said, sure }]))

describe('true or not, and how sure', () => {
  it('is under way until every statement has an answer', () => {
    expect(score(example, {}).complete).toBe(false)
    expect(score(example, { photo: { said: false, sure: 'very' } }).complete).toBe(false)
  })

  it.each(sureness.options)('is done whatever was said and however sure ("%s"), without points', (sure) => {
    for (const said of [true, false]) expect(score(example, all(said, sure))).toEqual({ complete: true, score: null, ended: false })
  })

  it('is not done by statements of another activity', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constant('constructor'), fc.string()), fc.constant({ said: true, sure: 'not' as const })),
        (given) => {
          expect(score(example, given).complete).toBe(false)
        },
      ),
    )
  })

  it('asks for both: what, and how sure', () => {
    expect(answer.safeParse(all(true, 'quite')).success).toBe(true)
    expect(answer.safeParse({ photo: { said: true } }).success).toBe(false)
  })
})
