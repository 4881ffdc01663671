/**
 * A teacher pack as the page shows it: titles, answers and help routes come from the lesson and the help file, so that they
 * cannot drift.
 */
import type { TextSection } from '#shared/lesson/full-text'
import type { HelpRoute } from '#shared/lesson/help-routes'
import type { Reviews } from '#shared/lesson/reviews'

/** `GET /api/lessons/<id>/pack`: null where there is none yet, for the lesson works without */
export interface LessonPack {
  readonly pack: PackView | null
}

/** A screen of the lesson. */
export interface ScreenName {
  readonly id: string
  /** Its place in the lesson, from 1. */
  readonly number: number
  readonly title: string
}

export interface PackView {
  /** Id of the lesson. */
  readonly lesson: string
  readonly locale: string
  /** The pack is signed off apart from its lesson. */
  readonly reviewedBy: Reviews
  /** All that fits on one page. */
  readonly start: {
    readonly about: string
    /** The people in the story. */
    readonly people: string
    readonly say: string
    readonly remember: readonly string[]
    readonly mayComeUp: readonly { readonly if: string, readonly then: string }[]
  }
  readonly kit: readonly string[]
  readonly plan: readonly {
    readonly phase: 'rules' | 'baseline' | 'input' | 'interaction' | 'discuss' | 'quiz' | 'close'
    readonly minutes: number
    readonly text: string
    readonly screens: readonly ScreenName[]
  }[]
  readonly sittings: readonly {
    readonly minutes: number
    readonly upTo: string
    readonly stop: string
    readonly first: ScreenName
    readonly last: ScreenName
  }[]
  readonly discussion: readonly { readonly screen: ScreenName, readonly prompt: string, readonly listenFor: string }[]
  readonly support: readonly string[]
  readonly challenge: readonly string[]
  /** What pupils with SEND need in this lesson; what helps in every lesson is common. */
  readonly send: readonly string[]
  readonly noDevice: {
    readonly kit: readonly string[]
    readonly steps: readonly { readonly minutes: number, readonly text: string, readonly screens: readonly ScreenName[] }[]
  }
  readonly dsl: { readonly content: readonly string[], readonly thinkOf: readonly string[] }
  readonly parents: { readonly about: string, readonly talk: readonly string[] }
  readonly poster: string
  /** One page to keep; undefined, like the three below, where an older pack has none. */
  readonly organiser?: OrganiserView | undefined
  readonly cards?: readonly WordCard[] | undefined
  /** Three short questions for the door, and what a teacher listens for. */
  readonly exitTicket?: readonly { readonly ask: string, readonly lookFor: string }[] | undefined
  readonly assembly?: {
    readonly about: string
    readonly kit: readonly string[]
    readonly steps: readonly { readonly minutes: number, readonly text: string }[]
  } | undefined
  /** What to do on the day after where many hold a belief. */
  readonly tomorrow?: readonly TenMinutes[] | undefined
  readonly evidence: PackEvidence
  readonly common: PackCommonView
  /** The quiz with the answer that counts and the feedback on each option. */
  readonly answers: readonly TextSection[]
  readonly routes: { readonly pupils: readonly HelpRoute[], readonly adults: readonly HelpRoute[], readonly checked: string }
}

/** Ten minutes about some beliefs. */
export interface TenMinutes {
  readonly id: string
  readonly title: string
  readonly beliefs: readonly { readonly id: string, readonly text: string }[]
  /** What is shown; `GET /api/lessons/<id>/scenes/<screen>` draws it. */
  readonly screen: ScreenName
  readonly steps: readonly string[]
  /** To cut out. */
  readonly cards: readonly string[]
}

interface OrganiserView {
  readonly facts: readonly string[]
  readonly words: readonly { readonly word: string, readonly meaning: string }[]
  readonly todo: readonly string[]
}

/** A word with its picture and an empty line for the word in another language. */
export interface WordCard {
  readonly id: string
  readonly word: string
  readonly meaning: string
  /** Id of a picture's file; null where `GET /api/lessons/<id>/cards/<card>` draws it. */
  readonly file: string | null
}

/** What a school may show for having taught the lesson. No pupil is in it. */
interface PackEvidence {
  readonly frameworks: readonly {
    readonly name: string
    readonly edition: string
    /** Day on which somebody last looked at it. */
    readonly seen: string
    /** People who know it and have checked the map against it. */
    readonly checkedBy: Reviews
    readonly statements: readonly { readonly code: string, readonly meaning: string, readonly checked: string }[]
  }[]
  /** How many questions each asks; a quiz draws them from `pool`. */
  readonly asks: { readonly before: number, readonly after: number, readonly quiz: number, readonly pool: number }
}

/** What is the same in every pack of a language. */
interface PackCommonView {
  readonly locale: string
  readonly fiveMinutes: readonly string[]
  readonly rules: readonly string[]
  readonly disclosure: readonly string[]
  readonly images: readonly string[]
  readonly sittings: readonly string[]
  readonly questions: string
  readonly send: readonly string[]
  /** `blanks` are what the lead writes in by hand. */
  readonly dsl: { readonly intro: string, readonly blanks: readonly string[], readonly expect: readonly string[] }
  readonly letter: {
    readonly opening: string
    readonly facts: readonly string[]
    readonly calm: string
    readonly read: string
    readonly behaviour: string
    readonly closing: string
  }
  readonly poster: { readonly steps: readonly string[], readonly fault: string }
  readonly certificate: { readonly done: string, readonly note: string }
  readonly checklist: readonly string[]
}
