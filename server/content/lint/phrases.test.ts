import { describe, expect, it } from 'vitest'
import { mentions, phrasesIn } from './phrases.ts'

describe('phrasesIn', () => {
  it.each([
    ['She let him in.', ['let him']],
    ['LET  HIM go', ['let him']],
    ['Let him know how you feel.', []],
    ['Let him know, then let him go.', ['let him']],
    ['outlet him', []],
    ['let himself', []],
  ])('finds whole words in any case: %s', (text, found) => {
    expect(phrasesIn(text, [{ phrase: 'let him', unless: ['let him know'] }])).toEqual(found)
  })

  it('takes every kind of apostrophe', () => {
    expect(phrasesIn('You should’ve known.', [{ phrase: 'should\'ve known' }])).toEqual(['should\'ve known'])
  })

  it('takes a phrase as it is written, not as a pattern', () => {
    expect(phrasesIn('abc', [{ phrase: 'a.c' }])).toEqual([])
  })
})

describe('mentions', () => {
  it.each([['Sam goes to his gran\'s house.', true], ['Grand plans.', false], ['They call 999.', true]])('%s', (text, found) => {
    expect(mentions(text, ['gran', '999'])).toBe(found)
  })
})
