/** What is counted and said of how pupils answered, as rows (schema.ts). */
import type { Generated } from 'kysely'

/**
 * How often something was said in the checks of a class that is at it (check-counts.ts): no pupil, no time. The table is called
 * `tally`. Deleted a day after the assignment has closed.
 */
export interface CheckCountTable {
  school_id: string
  assignment_id: string
  form: 'before' | 'after'
  /** Of the wording that was answered (`insight_wording`); empty where an older release counted it. As in the tables below. */
  edition: Generated<string>
  item_id: string
  /** "-" where the item was left out. */
  option_id: string
  /** Empty where it was not asked. */
  sure: string
  /** Which five pupils it was counted with: 0 for the first. */
  step: number
  count: number
}

/** A pupil's first settled quiz, to be counted once. Deleted a day after the assignment has closed. */
export interface QuizEntryTable {
  school_id: string
  assignment_id: string
  pupil_id: string
  /** Order in which it was counted; null until something was shown that it is in. */
  place: number | null
  /** JSON: by question, the option or "-"; by another name where the class was told of it together (insight/sheet.ts). */
  answers: string
  edition: Generated<string>
}

/** A question of a quiz of which a class was told in words what it answered together. No pupil, and nothing that was said. */
export interface ToldTogetherTable {
  class_id: string
  school_id: string
  lesson_id: string
  item_id: string
  /** Moment until which nobody of the class is counted with it in the quiz. */
  until: string
}

/** What a check or quiz asked when answers to it were counted. No pupil, no answer: the lesson's own words. */
export interface InsightWordingTable {
  school_id: string
  assignment_id: string
  form: 'before' | 'after' | 'quiz'
  edition: string
  /** JSON (insight/wording.ts). */
  wording: string
}

/** What was shown of a class, or was not: in words, and never counted again (insight/disclosure.ts). */
export interface InsightLookTable {
  school_id: string
  assignment_id: string
  form: 'before' | 'after' | 'quiz'
  edition: Generated<string>
  /** How many pupils it was counted over. */
  over: number
  /** How many classes were counted together. */
  classes: number
  /** JSON: by statement, over how many and which word; null where nothing is shown of this step. */
  said: string | null
}

/**
 * The first five of a class that closed and is too small to be shown alone: counts, and how many were right; no pupil, no single
 * answer.
 */
export interface InsightWaitingTable {
  school_id: string
  assignment_id: string
  form: 'before' | 'after' | 'quiz'
  edition: Generated<string>
  /** Of what an older release left, to know what goes together. */
  lesson_version: number
  /** JSON (insight/looks.ts). */
  counted: string
}

/**
 * Sums over two classes or more, of what was shown of each of them in words, with some chance added (insight/sums.ts). Kept once, for
 * the school's evidence.
 */
export interface EvidenceSumTable {
  id: string
  school_id: string
  /** Last day of the school year. */
  year_ends: string
  lesson_id: string
  kind: 'lesson' | 'booster'
  /** JSON: marks of what small classes were shown together, so that their other copies are not summed again. */
  pools: string
  /** JSON: by statement, its words and the sum. */
  said: string
}

/** What the school says that it did about it, line by line. */
export interface EvidenceNoteTable {
  school_id: string
  year_ends: string
  place: number
  text: string
}
