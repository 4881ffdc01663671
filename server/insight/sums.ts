/**
 * What may be summed over classes, for the school's evidence. Nothing is counted for it: a sum is made of the words that were shown
 * of each class and kept, so it tells no more of any pupil than those do. That it tells of no class either takes two more things
 * (docs/decisions/0029-evidence-of-a-school.md): each sum stands for two classes or more, and some chance is added to it once, so
 * that every class could have had any word, whatever else somebody knows. Pure.
 */
import { rangeOf, RULES, type Rules, type Word } from './statements.ts'

/** Fewer are never summed. */
export const LEAST_CLASSES = 2

/** What was shown of a class, or of small classes that were shown together, in one form of a lesson. */
export interface Part {
  readonly classId: string
  /** How many classes were shown together. */
  readonly classes: number
  /** The same in each copy of what was shown of several together; null for a class that was shown alone. */
  readonly pool: string | null
  readonly said: Readonly<Record<string, { readonly of: number, readonly word: Word }>>
}

export interface Sum {
  readonly classes: number
  /** Pupils. */
  readonly of: number
  /** Of how many it is true, about: the middle of what the words stand for, and chance. May lie outside of 0 to `of`. */
  readonly sum: number
  /**
   * The variance of `sum`: of not knowing where in its word each class lies, and of the chance that was added. It follows from how
   * many pupils there are, and not from the words.
   */
  readonly spread: number
}

/** Chance as far as a part of what one word stands for in a class. */
const CHANCE = 0.5

/**
 * @param uniform between 0 and 1, neither of them
 * @returns a whole number by chance, around 0: the difference of two geometric ones. Any whole number can come
 */
export function chance(scale: number, uniform: () => number): number {
  const one = () => Math.floor(Math.log(uniform()) * -scale)
  return one() - one()
}

/** @returns the variance of `chance` */
function chanceSpread(scale: number): number {
  const alpha = Math.exp(-1 / scale)
  return 2 * alpha / (1 - alpha) ** 2
}

/** @returns the variance within a word, where each count that it can stand for is as likely: of so many in a row, by the widest word */
function wordSpread(of: number, rules: Rules): number {
  const [low, high] = rangeOf((rules.parts - 1) as Word, of, rules)
  return ((high - low + 1) ** 2 - 1) / 12
}

/** @returns each class once, and what several share once, though each of them has a copy */
function once(parts: readonly Part[]): Part[] {
  return parts.filter(({ pool, classId }, index) => parts.findIndex(other => pool === null
    ? other.pool === null && other.classId === classId
    : other.pool === pool) === index)
}

/** @returns for each statement of which two classes or more have a word, their sum */
export function sumsOf(parts: readonly Part[], uniform: () => number, rules: Rules = RULES): Record<string, Sum> {
  const keys = [...new Set(parts.flatMap(({ said }) => Object.keys(said)))]
  return Object.fromEntries(keys.flatMap((key) => {
    const with_ = once(parts.filter(({ said }) => said[key])).flatMap(({ said, classes }) => said[key] ? [{ ...said[key], classes }] : [])
    const classes = with_.reduce((sum, one) => sum + one.classes, 0)
    if (classes < LEAST_CLASSES) return []
    const ranges = with_.map(({ of, word }) => rangeOf(word, of, rules))
    const widest = Math.max(...with_.map(({ of }) => of / rules.parts))
    const middle = ranges.reduce((sum, [low, high]) => sum + (low + high) / 2, 0)
    return [[key, {
      classes,
      of: with_.reduce((sum, { of }) => sum + of, 0),
      // Whole, since a half would tell words apart.
      sum: Math.floor(middle) + chance(widest * CHANCE, uniform),
      spread: with_.reduce((sum, { of }) => sum + wordSpread(of, rules), 0) + chanceSpread(widest * CHANCE),
    }]]
  }))
}

/** @returns the sum of sums over different classes */
export const together = (sums: readonly Sum[]): Sum => sums.reduce((all, one) => ({
  classes: all.classes + one.classes, of: all.of + one.of, sum: all.sum + one.sum, spread: all.spread + one.spread,
}), { classes: 0, of: 0, sum: 0, spread: 0 })
