/** What may be said of what a class made of a lesson. No zod, since pages list the words. */
import type { TenMinutes } from '#shared/api/packs'

/** How many of a class, the fewest first. */
export const wordNames = ['few-or-none', 'some', 'about-half', 'most', 'nearly-all'] as const
export type WordName = typeof wordNames[number]

/** The check before, the quiz, and the check after. */
export type Form = 'before' | 'quiz' | 'after'

/** A belief behind answers of the quiz, and how many hold it. */
export interface Belief {
  readonly id: string
  readonly text: string
  readonly word: WordName
  /** Over how many pupils it was counted. */
  readonly of: number
  /** About half or more: worth ten minutes with the class. */
  readonly isWorth: boolean
}

export interface BeforeAndAfter {
  readonly before: WordName
  readonly after: WordName
  readonly direction: 'up' | 'same' | 'down'
}

export interface Change {
  readonly id: string
  readonly question: string
  /** Who was right, and who was very sure of whatever they said; null where too few were asked. */
  readonly right: BeforeAndAfter | null
  readonly sure: BeforeAndAfter | null
}

/** A belief in the lesson's quiz, and again when it was looked back at. */
export interface LookedBack {
  readonly id: string
  readonly text: string
  readonly words: BeforeAndAfter
}

/** A question without a right answer, such as whether somebody would ask for help. */
export interface Likely {
  readonly id: string
  readonly question: string
  readonly options: readonly { readonly text: string, readonly before: WordName | null, readonly after: WordName | null }[]
}

export interface ItemInsight {
  readonly id: string
  readonly form: Form
  /** It was asked in the words of an earlier version of the lesson, and these are those. */
  readonly isEarlier: boolean
  readonly vignette: string | null
  readonly question: string
  readonly of: number
  /** In the lesson's order. */
  readonly options: readonly {
    readonly text: string
    readonly isCorrect: boolean
    readonly belief: string | null
    readonly word: WordName
  }[]
}

export interface Insight {
  /**
   * By form: over how many pupils and classes, or why nothing is shown of it. Twice where a lesson was written anew while the class
   * was at it: what was asked in other words is counted apart.
   */
  readonly counted: readonly {
    readonly form: Form
    readonly state: 'shown' | 'few' | 'left-out'
    readonly over: number
    readonly classes: number
    readonly isEarlier: boolean
  }[]
  /** In the lesson's order. */
  readonly beliefs: readonly Belief[]
  /** How many beliefs too few have met. */
  readonly notMet: number
  /** Questions of the checks at which at least some were very sure of something else: worth another look first. */
  readonly verySure: readonly { readonly question: string, readonly form: Form, readonly word: WordName }[]
  readonly changes: readonly Change[]
  readonly likely: readonly Likely[]
  readonly items: readonly ItemInsight[]
}

/** `GET /api/assignments/<id>/insight` */
export interface LessonInsight {
  readonly lessonId: string
  /** Of the lesson. */
  readonly title: string
  readonly locale: string
  readonly kind: 'lesson' | 'booster'
  readonly classId: string
  readonly isClosed: boolean
  /** How many pupils are needed, and in which steps more are taken in. */
  readonly least: number
  readonly step: number
  readonly insight: Insight
  /** Of a look back: beside what the class made of the lesson itself. */
  readonly lookedBack: readonly LookedBack[]
  /** What the lesson's pack has for the day after, for the beliefs that are worth it; the most held first. */
  readonly tomorrow: readonly TenMinutes[]
}
