/** The standard that a lesson is written to, by band: how long, how much to do, how big its quiz. docs/lesson-standard.md says why. */
import type { Band } from '#shared/lesson/bands'

export interface Standard {
  /** On the longest way, with the player's own lines. */
  readonly words: number
  readonly screens: readonly [least: number, most: number]
  /** On the way with most of them. */
  readonly presses: number
  /** Read; at 7 to 9 heard. */
  readonly wordsAMinute: number
  readonly quiz: { readonly draw: number, readonly pool: number }
  /** Whole per cent: 4 of 6, 6 of 8; null where nobody is given a mark. */
  readonly passMark: number | null
  /** Choices that change later words. */
  readonly remembered: number
}

export const standard: Readonly<Record<Band, Standard>> = {
  '7-9': { words: 700, screens: [8, 9], presses: 50, wordsAMinute: 100, quiz: { draw: 4, pool: 8 }, passMark: null, remembered: 1 },
  '9-11': { words: 1800, screens: [9, 12], presses: 90, wordsAMinute: 120, quiz: { draw: 6, pool: 12 }, passMark: 66, remembered: 2 },
  '11-14': { words: 2400, screens: [9, 12], presses: 105, wordsAMinute: 150, quiz: { draw: 8, pool: 16 }, passMark: 75, remembered: 2 },
  '14-16': { words: 3000, screens: [9, 12], presses: 120, wordsAMinute: 180, quiz: { draw: 8, pool: 16 }, passMark: 75, remembered: 2 },
}

/** The stated minutes are this near to what is counted. */
export const MINUTES_TOLERANCE = 0.15
