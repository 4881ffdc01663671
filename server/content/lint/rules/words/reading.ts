/** Is the text as easy as its band needs it, on the text as it is read? Measured for English only. */
import { isEnglish } from '#shared/text/language-of'
import { GRADED_SCREEN_WORDS, limits, SCREEN_TOLERANCE } from '../../limits.ts'
import { runningTexts, type ReadableText } from '../../readable-text.ts'
import type { Finding, Rule } from '../../rule.ts'
import { measure, readingGrade, sentencesOf, wordsOf } from '../../sentences.ts'

const texts = (readable: readonly ReadableText[]) => readable.map(({ text }) => text)

/** @returns the hardest sentence that is long enough to judge, so that an author knows where to start */
function hardest(readable: readonly ReadableText[]): string {
  const sentences = texts(readable).flatMap(sentencesOf).filter(sentence => wordsOf(sentence).length > 4)
  return sentences.reduce((a, b) => readingGrade(measure([b])) > readingGrade(measure([a])) ? b : a, sentences[0] ?? '')
}

function gradeFinding(readable: readonly ReadableText[], most: number, path: Finding['path'], what: string): Finding[] {
  const grade = readingGrade(measure(texts(readable)))
  return grade > most
    ? [{ path, message: `${what} reads at grade ${grade.toFixed(1)}, at most ${most}; hardest: "${hardest(readable)}"` }]
    : []
}

export const readingGradeRule: Rule = {
  name: 'reading-grade',
  check: (lesson) => {
    if (!isEnglish(lesson.locale)) return []
    const { grade } = limits[lesson.band]
    const all = runningTexts(lesson)
    const screens = lesson.screens.flatMap((_, index) => {
      const here = all.filter(({ screen }) => screen === index)
      return measure(texts(here)).words < GRADED_SCREEN_WORDS
        ? []
        : gradeFinding(here, grade + SCREEN_TOLERANCE, ['screens', index], 'this screen')
    })
    return [...gradeFinding(all, grade, ['band'], 'the lesson'), ...screens]
  },
}

/** @returns the sentences that are longer than this many words */
export function longSentences(readable: readonly ReadableText[], most: number): Finding[] {
  return readable.flatMap(({ text, path }) => sentencesOf(text)
    .map(sentence => ({ sentence, words: wordsOf(sentence).length }))
    .filter(({ words }) => words > most)
    .map(({ sentence, words }) => ({ path, message: `a sentence of ${words} words, at most ${most}: "${sentence}"` })))
}

export const sentenceLength: Rule = {
  name: 'sentence-length',
  check: (lesson) => {
    if (!isEnglish(lesson.locale)) return []
    const { sentence, averageSentence } = limits[lesson.band]
    const all = runningTexts(lesson)
    const { words, sentences } = measure(texts(all))
    const average = words / Math.max(1, sentences)
    return [
      ...longSentences(all, sentence),
      ...(average > averageSentence
        ? [{ path: ['band'], message: `sentences have ${average.toFixed(1)} words on average, at most ${averageSentence}` }]
        : []),
    ]
  },
}
