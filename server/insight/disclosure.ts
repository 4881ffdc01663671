/**
 * What may be said of how pupils answered: the one place that decides it, for every outlet (docs/decisions/0015-what-may-be-said.md says why).
 * Pure: what is known and counted goes in, a picture in words or none comes out.
 */
import { leavesDoubt } from './doubt.ts'

/** How many are needed, in which steps more are taken in, and into how many equal parts the borders of words cut a share. */
export interface Rules {
  readonly least: number
  readonly step: number
  readonly parts: number
}

export const RULES: Rules = { least: 10, step: 5, parts: 5 }

/** Which fifth a share lies in: 0 below one fifth, 4 from four fifths on. */
export type Word = 0 | 1 | 2 | 3 | 4

/** The words' names, in order; the texts are the app's. */
export const wordNames = ['few-or-none', 'some', 'about-half', 'most', 'nearly-all'] as const

/** One thing that can be said at a question. */
export interface Value {
  /** Id of the option, "-" where it was left out. */
  readonly answer: string
  readonly right: boolean
  /** How sure; empty where it was not asked. */
  readonly sure: string
}

/** Something that is said in a word: how many of those who met one of these questions said one of these values there at least once. */
export interface Statement {
  readonly key: string
  /** By place of the question: places of its values. */
  readonly picks: ReadonlyMap<number, ReadonlySet<number>>
  /** A belief, or being very sure: that it is true of a pupil must not be certain either, whatever they answered. */
  readonly isHeld: boolean
}

/** The questions of one form of a lesson, with everything that is said of them. */
export interface Sheet {
  readonly questions: readonly { readonly id: string, readonly values: readonly Value[] }[]
  readonly statements: readonly Statement[]
}

/** What whoever watches the board is taken to know of a pupil: which questions came, and how many were right; null where nothing is scored. */
export interface Known {
  readonly met: readonly number[]
  readonly right: number | null
}

/** Pupils in the order in which they entered, and what was counted of them. */
export interface Counted {
  readonly known: readonly Known[]
  /** @param members places of pupils, in order; @returns how many of them the statement is true of */
  readonly count: (statement: Statement, members: readonly number[]) => number
  /** Classes that are shown together once and never grow: those who met a question need not be a whole number of steps. */
  readonly isWhole?: boolean
}

export interface Picture {
  /** How many pupils have entered into it. */
  readonly over: number
  /** By statement: over how many, and which word. What too few have met is not there. */
  readonly said: Readonly<Record<string, { readonly of: number, readonly word: Word }>>
}

/** A step that was looked at; null where nothing is shown of it. Once looked at, it is never counted again. */
export interface Look {
  readonly over: number
  readonly picture: Picture | null
}

/** @returns the word for a share */
export function wordFor(count: number, of: number, { parts }: Rules = RULES): Word {
  return Math.min(parts - 1, Math.floor(count * parts / of)) as Word
}

/** @returns the fewest and the most that a word can stand for */
export function rangeOf(word: Word, of: number, { parts }: Rules = RULES): readonly [number, number] {
  return [Math.ceil(word * of / parts), word === parts - 1 ? of : Math.ceil((word + 1) * of / parts) - 1]
}

const wholeSteps = (count: number, { step }: Rules) => Math.floor(count / step) * step

/** @returns the pupils that a statement is counted over: of the first so many that have entered, those who met it, in whole steps; none where they are too few */
export function membersOf({ picks }: Statement, { known, isWhole }: Pick<Counted, 'known' | 'isWhole'>, over: number, rules: Rules = RULES): readonly number[] {
  const met = known.slice(0, over).flatMap((pupil, place) => pupil.met.some(question => picks.has(question)) ? [place] : [])
  const members = isWhole ? met : met.slice(0, wholeSteps(met.length, rules))
  return members.length >= rules.least ? members : []
}

/** @returns the picture of the first so many, whether or not it may be shown */
export function pictureOf(sheet: Sheet, counted: Counted, over: number, rules: Rules = RULES): Picture {
  return {
    over,
    said: Object.fromEntries(sheet.statements.flatMap((statement) => {
      const members = membersOf(statement, counted, over, rules)
      return members.length === 0 ? [] : [[statement.key, { of: members.length, word: wordFor(counted.count(statement, members), members.length, rules) }]]
    })),
  }
}

/** @returns how many pupils may be looked at that were not before, the most first */
export function stepsAhead({ known, isWhole }: Pick<Counted, 'known' | 'isWhole'>, earlier: readonly Look[], rules: Rules = RULES): readonly number[] {
  const last = Math.max(0, ...earlier.flatMap(({ over, picture }) => picture ? [over] : []))
  const most = isWhole ? known.length : wholeSteps(known.length, rules)
  const steps = isWhole ? [most] : Array.from({ length: most / rules.step }, (_, index) => most - index * rules.step)
  return steps.filter(over => over >= rules.least && over > last && !earlier.some(look => look.over === over))
}

/**
 * Looks as far as may be looked: at the most pupils first, in whole steps, until something can be shown.
 * Each step is looked at once. One in so many is left out by lot, so that nothing follows from a step that is not shown.
 * @param earlier all looks of before; @param isLeftOut the lot
 * @returns what is to be kept, the last of them with a picture where there is anything new to show
 */
export function lookFurther(sheet: Sheet, counted: Counted, earlier: readonly Look[], isLeftOut: () => boolean, rules: Rules = RULES): Look[] {
  const shown = earlier.flatMap(({ picture }) => picture ?? [])
  const looks: Look[] = []
  for (const over of stepsAhead(counted, earlier, rules)) {
    const picture = pictureOf(sheet, counted, over, rules)
    if (Object.keys(picture.said).length === 0) continue
    // Both are asked each time: how long it takes to be left out by lot is how long it takes to be shown.
    const [isDoubtful, isOut] = [leavesDoubt(sheet, counted, [...shown, picture], rules), isLeftOut()]
    const isShown = isDoubtful && !isOut
    looks.push({ over, picture: isShown ? picture : null })
    if (isShown) break
  }
  return looks
}

/** @returns what is shown now: of all that was ever shown, the newest */
export function newest(looks: readonly Look[]): Picture | null {
  return looks.flatMap(({ picture }) => picture ?? []).sort((a, b) => b.over - a.over)[0] ?? null
}
