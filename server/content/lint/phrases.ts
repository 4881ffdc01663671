/** Finds phrases as whole words, in any case. */
import type { Phrase } from './words.ts'

/** @returns the text with straight apostrophes and single spaces, so that phrases match however it was typed */
export function normalised(text: string): string {
  return text.replace(/[‘’ʼ]/g, '\'').replace(/\s+/g, ' ')
}

function wholeWords(phrase: string): RegExp {
  const escaped = normalised(phrase).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu')
}

/** @returns the phrases that the text holds, each once */
export function phrasesIn(text: string, phrases: readonly Phrase[]): string[] {
  return phrases
    .filter(({ phrase, unless = [] }) => {
      const rest = unless.reduce((left, harmless) => left.replace(wholeWords(harmless), ' '), normalised(text))
      return wholeWords(phrase).test(rest)
    })
    .map(({ phrase }) => phrase)
}

/** Whether the text holds one of the words. */
export function mentions(text: string, words: readonly string[]): boolean {
  return phrasesIn(text, words.map(phrase => ({ phrase }))).length > 0
}
