/** Finds phrases as whole words, in any case. */
import type { Phrase } from './words.ts'

/** @returns the text with straight apostrophes and single spaces, so that phrases match however it was typed */
export function normalised(text: string): string {
  return text.replace(/[‘’ʼ]/g, '\'').replace(/\s+/g, ' ')
}

const patterns = new Map<string, RegExp>()

/** The same few hundred phrases are looked for in every text, so each pattern is made once. */
function wholeWords(phrase: string): RegExp {
  const known = patterns.get(phrase)
  if (known) return known
  const escaped = normalised(phrase).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu')
  patterns.set(phrase, pattern)
  return pattern
}

/** @returns the phrases that the text holds, each once */
export function phrasesIn(text: string, phrases: readonly Phrase[]): string[] {
  const whole = normalised(text)
  return phrases
    .filter(({ phrase, unless = [] }) => {
      const rest = unless.reduce((left, harmless) => left.split(wholeWords(harmless)).join(' '), whole)
      return wholeWords(phrase).test(rest)
    })
    .map(({ phrase }) => phrase)
}

/** Whether the text holds one of the words. */
export function mentions(text: string, words: readonly string[]): boolean {
  return phrasesIn(text, words.map(phrase => ({ phrase }))).length > 0
}
