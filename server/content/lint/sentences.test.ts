import { describe, expect, it } from 'vitest'
import { measure, readingGrade, sentencesOf, wordsOf } from './sentences.ts'

describe('sentencesOf', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['"Hi!" he said. She left.', ['"Hi!" he said.', 'She left.']],
    ['Wait… what?', ['Wait… what?']],
    ['No full stop', ['No full stop']],
    ['…', []],
    ['', []],
  ])('%s', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })
})

describe('wordsOf', () => {
  it('counts contractions once and leaves out punctuation', () => {
    expect(wordsOf('Don\'t go – ask Gran’s friend!')).toEqual(['Don\'t', 'go', 'ask', 'Gran’s', 'friend'])
  })
})

describe('readingGrade', () => {
  it('agrees with the formula: 6 words, 1 sentence, 6 syllables', () => {
    expect(readingGrade(measure(['The cat sat on the mat.']))).toBeCloseTo(0.39 * 6 + 11.8 - 15.59)
  })

  it('counts texts as sentences of their own', () => {
    expect(measure(['Tell Dad', 'Wait'])).toEqual({ sentences: 2, words: 3, syllables: 3 })
  })

  it('is 0 for no text', () => {
    expect(readingGrade(measure([]))).toBe(0)
  })

  it('rises with longer words', () => {
    expect(readingGrade(measure(['Organisations misrepresent themselves.']))).toBeGreaterThan(
      readingGrade(measure(['Some people tell lies.'])),
    )
  })
})
