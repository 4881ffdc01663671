/**
 * Somebody who knows that a class answers a question the same twice: once in the quiz, and once together. They see both pictures and
 * know of whom each is made. Totals are not among what they know: of those the other adversary is told.
 */
import type { QuizItem } from '#activities/quiz/schema'
import { pictureOf } from '../../../server/insight/disclosure.ts'
import { Rounds } from '../../../server/insight/rounds.ts'
import { keys, wordedSheet } from '../../../server/insight/sheet.ts'
import { RULES } from '../../../server/insight/statements.ts'

const item: QuizItem = {
  id: 'q', objective: 'o', question: 'What could Ali do?',
  options: ['tell', 'wait', 'hide'].map((id, place) => ({ id, text: id, feedback: id, ...(place === 0 ? { correct: true as const } : {}) })),
}
const sheet = wordedSheet('quiz', { questions: [item], beliefs: [] })
/** The options, and leaving it out. */
const VALUES = item.options.length + 1

/** @returns all ways in which so many pupils can answer, as how often each answer was given */
function waysOf(pupils: number, values = VALUES): number[][] {
  if (values === 1) return [[pupils]]
  return Array.from({ length: pupils + 1 }, (_, first) => waysOf(pupils - first, values - 1).map(rest => [first, ...rest])).flat()
}

/** What is seen of a picture of pupils who answered so, in the words of the real module. */
function seen(counts: readonly number[]): string {
  const pupils = counts.reduce((sum, count) => sum + count, 0)
  const { said } = pictureOf(sheet, {
    known: Array.from({ length: pupils }, () => ({ met: [0], right: null })),
    count: ({ picks }) => [...picks.get(0) ?? []].reduce((sum, value) => sum + (counts[value] ?? 0), 0),
  }, pupils, RULES)
  return item.options.map(({ id }) => said[keys.option(item.id, id)]?.word ?? '').join()
}

/**
 * @param quiz of whom the quiz's picture is made; @param together of whom the other
 * @returns in how many of all that can be seen somebody's answer is certain; and how much can be seen
 */
export function certainFromBoth(
  quiz: readonly string[],
  together: readonly string[],
): { readonly certain: number, readonly views: number } {
  const [both, inQuiz, inRound] = [
    quiz.filter(pupil => together.includes(pupil)),
    quiz.filter(pupil => !together.includes(pupil)),
    together.filter(pupil => !quiz.includes(pupil)),
  ].map(({ length }) => length)
  const plus = (a: readonly number[], b: readonly number[]) => a.map((count, value) => count + (b[value] ?? 0))
  const memo = new Map<string, string>()
  const words = (counts: readonly number[]) => {
    const key = counts.join()
    const known = memo.get(key) ?? seen(counts)
    memo.set(key, known)
    return known
  }
  /** By what is seen, for those in both, and in either alone: which answers somebody of them can have given. */
  const possible = new Map<string, number[]>()
  for (const one of waysOf(both ?? 0)) {
    const first = waysOf(inQuiz ?? 0).map(other => ({ other, told: words(plus(one, other)) }))
    const second = waysOf(inRound ?? 0).map(other => ({ other, told: words(plus(one, other)) }))
    for (const left of first) {
      for (const right of second) {
        const view = `${left.told} ${right.told}`
        const masks = possible.get(view) ?? [0, 0, 0]
        for (const [group, counts] of [one, left.other, right.other].entries())
          masks[group] = counts.reduce((mask, count, value) => count > 0 ? mask | 1 << value : mask, masks[group] ?? 0)
        possible.set(view, masks)
      }
    }
  }
  const isCertain = (mask: number) => mask !== 0 && (mask & (mask - 1)) === 0
  return { certain: [...possible.values()].filter(masks => masks.some(isCertain)).length, views: possible.size }
}

/**
 * @param quiz of whom the quiz's picture is made; @param waiting who has answered it there and is in no picture yet
 * @returns of whom the real module makes the picture of a round in which these answer; nobody where it shows none
 */
function toldOf(quiz: readonly string[], waiting: readonly string[], present: readonly string[]): readonly string[] {
  const rounds = new Rounds(() => false)
  const { id } = rounds.begin('class', { lesson: 'lesson', locale: 'en', item })
  for (const pupil of present) rounds.answer('class', pupil, { round: id, option: 'tell' })
  rounds.show('class', { pupils: new Set([...quiz, ...waiting]), shown: quiz })
  return rounds.toldOf('class')
}

const pupilsOf = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => `pupil ${String(from + place).padStart(2, '0')}`)

export interface Day {
  /** How many are in the quiz's picture, have done it besides, and are in the class. */
  readonly shown: number
  readonly waiting: number
  readonly pupils: number
  /** How many of those who are in the picture are away, and how many of the others. */
  readonly away: readonly [number, number]
}

export const days: readonly Day[] = [10, 15].flatMap(shown => [0, 2].flatMap(waiting => [0, 1, 2].flatMap(inPicture =>
  [0, 1, 4, 10, 12].map((others): Day => ({ shown, waiting, pupils: shown + waiting + others, away: [inPicture, others > 10 ? 1 : 0] })))))

/** @returns what is certain of such a day, by the rule and where each picture were made of whoever is there */
export function playDay({ shown, waiting, pupils, away: [inPicture, others] }: Day) {
  const quiz = pupilsOf(0, shown)
  const present = pupilsOf(inPicture, pupils - others)
  return {
    byRule: certainFromBoth(quiz, toldOf(quiz, pupilsOf(shown, shown + waiting), present)),
    without: certainFromBoth(quiz, present.slice(0, present.length - present.length % RULES.step)),
  }
}
