/** How long and how hard text may be in each band (with a tolerance that a single sentence may use up). */
import type { Band } from '#shared/lesson/bands'

export interface Limits {
  /** Flesch–Kincaid grade of the whole lesson as it is read. */
  readonly grade: number
  /** Words in the longest sentence. */
  readonly sentence: number
  /** Words in a sentence, on average over the lesson. */
  readonly averageSentence: number
  /** Words to read before there is something to do. */
  readonly beforeDoing: number
}

export const limits: Record<Band, Limits> = {
  '7-9': { grade: 3.5, sentence: 14, averageSentence: 10, beforeDoing: 45 },
  '9-11': { grade: 5, sentence: 18, averageSentence: 12, beforeDoing: 70 },
  '11-14': { grade: 6.5, sentence: 22, averageSentence: 15, beforeDoing: 80 },
  '14-16': { grade: 8, sentence: 26, averageSentence: 18, beforeDoing: 90 },
}

/** A single screen may be this much harder than the lesson: a short text swings with a few long words. */
export const SCREEN_TOLERANCE = 2.5

/** Below this many words a grade says nothing about a screen. */
export const GRADED_SCREEN_WORDS = 40
