/** What is said of answers: which statements, over whom, and in which word. disclosure.ts decides whether it may be shown. Pure. */

/** How many are needed, in which steps more are taken in, and into how many equal parts the borders of words cut a share. */
export interface Rules {
  readonly least: number
  readonly step: number
  readonly parts: number
}

export const RULES: Rules = { least: 10, step: 5, parts: 5 }

/** Which fifth a share lies in: 0 below one fifth, 4 from four fifths on. Their names are `wordNames` of shared/api/insight.ts. */
export type Word = 0 | 1 | 2 | 3 | 4

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

/**
 * What whoever watches the board is taken to know of a pupil: which questions came, and how many were right; null where nothing
 * is scored.
 */
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

export const wholeSteps = (count: number, { step }: Rules) => Math.floor(count / step) * step

/**
 * @returns the pupils that a statement is counted over: of the first so many that have entered, those who met it, in whole steps;
 * none where they are too few
 */
export function membersOf(
  { picks }: Statement,
  { known, isWhole }: Pick<Counted, 'known' | 'isWhole'>,
  over: number,
  rules: Rules = RULES,
): readonly number[] {
  const met = known.slice(0, over).flatMap((pupil, place) => (pupil.met.some(question => picks.has(question)) ? [place] : []))
  const members = isWhole ? met : met.slice(0, wholeSteps(met.length, rules))
  return members.length >= rules.least ? members : []
}
