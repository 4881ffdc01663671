/** Sentences, words and the reading grade of English text. */
import { syllable } from 'syllable'
import { DEFAULT_LOCALE } from '#shared/text/languages'

const sentenceBreaks = new Intl.Segmenter(DEFAULT_LOCALE, { granularity: 'sentence' })
const wordBreaks = new Intl.Segmenter(DEFAULT_LOCALE, { granularity: 'word' })

/**
 * @param text one paragraph, without markup
 * @returns its sentences; one that goes on in small letters after a quoted question is not cut there
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const { segment } of sentenceBreaks.segment(text)) {
    if (sentences.length > 0 && /^\p{Ll}/u.test(segment)) sentences[sentences.length - 1] += segment
    else if (/\p{L}|\p{N}/u.test(segment)) sentences.push(segment)
  }
  return sentences.map(sentence => sentence.trim())
}

/** @returns the words of a text, without punctuation */
export function wordsOf(text: string): string[] {
  return [...wordBreaks.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}

export interface Measure {
  readonly sentences: number
  readonly words: number
  readonly syllables: number
}

/** Counts texts together; each text ends its own sentence, whether or not it has a full stop. */
export function measure(texts: readonly string[]): Measure {
  const words = texts.flatMap(wordsOf)
  return {
    sentences: texts.flatMap(sentencesOf).length,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  }
}

/** The Flesch–Kincaid grade: the American school year in which the text reads easily; add five for a reading age. 0 for no text. */
export function readingGrade({ sentences, words, syllables }: Measure): number {
  if (sentences === 0 || words === 0) return 0
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}
