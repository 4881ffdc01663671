import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { answer, config } from '#activities/sort/schema'
import { score } from '#activities/sort/score'

const raw = () => parse(readFileSync(new URL('example.yml', import.meta.url), 'utf8'))
const example = config.parse(raw())
const allIn = (group: string) => Object.fromEntries(example.cards.map(({ id }) => [id, group]))

describe('sorting cards', () => {
  it('is under way until every card lies in a group', () => {
    expect(score(example, {}).complete).toBe(false)
    const { party: _, ...rest } = allIn('clue')
    expect(score(example, rest).complete).toBe(false)
  })

  it.each(example.groups.map(({ id }) => id))('is done with all cards in "%s", and gives no points', (group) => {
    expect(score(example, allIn(group))).toEqual({ complete: true, score: null, ended: false })
  })

  it('is not done by a group that is not there', () => {
    expect(score(example, { ...allIn('clue'), party: 'attic' }).complete).toBe(false)
    expect(score(example, { ...allIn('clue'), party: 'constructor' }).complete).toBe(false)
  })

  it('never throws, whatever the answer', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.string()), (given) => {
      expect(typeof score(example, given).complete).toBe('boolean')
    }))
  })

  it('has an answer of ids only', () => {
    expect(answer.safeParse(allIn('unsure')).success).toBe(true)
    expect(answer.safeParse({ party: 'Not an id' }).success).toBe(false)
  })

  it('needs feedback for each place where a card can go', () => {
    const incomplete = raw()
    delete incomplete.cards[0].placed.unsure
    expect(config.safeParse(incomplete).error?.issues[0]?.message).toBe('card "bridge" has no feedback for the group "unsure"')
  })
})
