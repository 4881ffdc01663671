/**
 * Guessers who know nothing of the subject: who always takes the longest option, the shortest, the first in the file, the one that
 * tells or shows somebody, the one that says no. Where such a rule finds the right option often, a score means nothing.
 */
import type { Lesson, Screen } from '#activities/lesson'
import { mentions } from '../phrases.ts'
import { wordsOf } from '../sentences.ts'
import { branchingOf } from './paths.ts'

/** A question with one right option. */
export interface Guessed {
  readonly options: readonly string[]
  readonly right: number
}

/** @returns the options that the rule leaves; all of them where it says nothing about these */
type Guesser = (options: readonly string[], left: readonly number[]) => readonly number[]

const byLength = (pick: (...lengths: number[]) => number): Guesser => (options, left) => {
  const lengths = left.map(index => options[index]?.length ?? 0)
  const extreme = pick(...lengths)
  return left.filter((_, at) => lengths[at] === extreme)
}

const telling = [
  'tell', 'tells', 'telling', 'told', 'show', 'shows', 'ask', 'asks', 'talk', 'talks', 'ring', 'rings', 'help', 'report', 'reports',
  'adult', 'adults', 'grown-up', 'mum', 'dad', 'gran', 'aunt', 'auntie', 'uncle', 'carer', 'teacher', 'stepmum', 'stepdad', 'Childline',
  'police', 'someone', 'somebody', 'trusted',
]
const refusing = [
  'no', 'not', 'never', 'nothing', 'nobody', 'none', 'neither', 'nor', 'without', 'stop', 'stops', 'leave', 'leaves', 'block',
  'don\'t', 'doesn\'t', 'isn\'t', 'can\'t', 'cannot', 'won\'t', 'didn\'t', 'wouldn\'t', 'haven\'t', 'hasn\'t', 'aren\'t',
]

const byWords = (words: readonly string[]): Guesser => (options, left) => {
  const found = left.filter(index => mentions(options[index] ?? '', words))
  return found.length > 0 ? found : left
}

const guessers = {
  longest: byLength(Math.max),
  shortest: byLength(Math.min),
  first: (_, left) => left.slice(0, 1),
  tells: byWords(telling),
  refuses: byWords(refusing),
} as const satisfies Readonly<Record<string, Guesser>>

type Name = keyof typeof guessers
const names = Object.keys(guessers) as Name[]

/** Each alone, then any two: the second chooses among what the first leaves. */
const strategies: readonly (readonly Name[])[] = [
  ...names.map(name => [name]),
  ...names.flatMap(first => names.filter(second => second !== first).map(second => [first, second])),
]

/** @returns the share of questions that this strategy gets right, where chance decides between what it leaves */
function shareRight(questions: readonly Guessed[], strategy: readonly Name[]): number {
  const right = questions.map(({ options, right }) => {
    const left = strategy.reduce<readonly number[]>((now, name) => guessers[name](options, now), options.map((_, index) => index))
    return left.includes(right) ? 1 / left.length : 0
  })
  return right.reduce((sum, one) => sum + one, 0) / Math.max(1, questions.length)
}

export interface Guess {
  readonly strategy: string
  /** From 0 to 1. */
  readonly share: number
}

/** @returns how every strategy does, the best first */
export function guess(questions: readonly Guessed[]): Guess[] {
  return strategies
    .map(strategy => ({ strategy: strategy.join(', then '), share: shareRight(questions, strategy) }))
    .sort((a, b) => b.share - a.share)
}

/** Longest of the first list of words and so on is judged in letters; "within two words" in words. */
export const spreadInWords = (options: readonly string[]): number => {
  const lengths = options.map(option => wordsOf(option).length)
  return Math.max(...lengths) - Math.min(...lengths)
}

type Kind = 'quiz' | 'checks' | 'practice'

/** @returns the lesson's questions with one right option, by where they stand */
export function questionsOf({ screens }: Pick<Lesson, 'screens'>): Readonly<Record<Kind, readonly Guessed[]>> {
  return {
    quiz: screens.flatMap(screen => screen.type === 'quiz' ? screen.pool.flatMap(({ options }) => marked(options)) : []),
    checks: screens.flatMap(screen => screen.type === 'check' ? screen.items.flatMap(({ options }) => marked(options)) : []),
    practice: screens.flatMap(practised),
  }
}

function asked(texts: readonly string[], isRight: (index: number) => boolean): Guessed[] {
  const right = texts.flatMap((_, index) => isRight(index) ? [index] : [])
  return right.length === 1 ? [{ options: texts, right: right[0] ?? 0 }] : []
}

const marked = (options: readonly { readonly text: string, readonly correct?: true | undefined }[]) =>
  asked(options.map(({ text }) => text), index => options[index]?.correct === true)

/** With fewer options anybody finds the right one half of the time. */
const ENOUGH_OPTIONS = 3

/** Of options in practice the thoughtful one; questions with several are open, and nobody can guess them wrong or right. */
const toned = (options: readonly { readonly text: string, readonly tone: string }[] = []) => options.length < ENOUGH_OPTIONS
  ? []
  : asked(options.map(({ text }) => text), index => options[index]?.tone === 'thoughtful')

function practised(screen: Screen): Guessed[] {
  if (screen.type === 'choice') return toned(screen.options)
  if (screen.type === 'reply') return screen.rounds.flatMap(({ options }) => toned(options))
  if (screen.type === 'gap') return screen.sentences.flatMap(({ options }) => toned(options))
  return branchingOf(screen)?.steps.flatMap(({ choices }) => toned(choices)) ?? []
}
