/** What both SCORM data models have in common: what an LMS may already hold, and what may be told about an attempt. */
import { reportableScore, resultOf, type Attempt } from '#shared/attempt/attempt'
import type { Outline } from '#shared/lesson/outline'
import { passes, percentage } from '#shared/attempt/score'
import type { CmiPair } from '#shared/scorm/cmi-pair'
import type { Interaction } from '#shared/scorm/interaction'

/** What the LMS held when the lesson was opened, perhaps of an earlier visit. */
export interface Held {
  /** The LMS knows that the lesson was opened before: any status but "not attempted", "unknown" or none. */
  readonly started: boolean
  readonly completed: boolean
  readonly success: 'passed' | 'failed' | null
  /** Whole per cent, null when it holds no score. */
  readonly percent: number | null
  /** The pass mark that the LMS judges by, in per cent; null when it has none. */
  readonly passMark: number | null
}

/** An LMS that holds nothing of this pupil and lesson. */
export const nothingHeld: Held = { started: false, completed: false, success: null, percent: null, passMark: null }

/** What a mapping needs to know besides the attempt. */
export interface SessionFacts {
  readonly held: Held
  readonly suspendData: string
  /** Length of this session so far; null leaves the session time out, since it changes with every save. */
  readonly seconds: number | null
}

/** One version of SCORM's data model. */
export interface CmiModel {
  readonly elements: {
    readonly mode: string
    readonly suspendData: string
    readonly status: string
    /** Status and score: what is only written upwards where the LMS cannot be read. */
    readonly result: RegExp
    /** How many interactions the LMS holds already. */
    readonly interactionsCount: string
    /** Elements that an LMS may lack or refuse without anything being lost. */
    readonly optional: readonly string[]
  }
  /** Reads what the LMS holds; `get` answers '' for what it does not have. */
  readonly held: (get: (element: string) => string) => Held
  /** What is written as soon as a lesson is opened for the first time. */
  readonly opening: readonly CmiPair[]
  /** Everything there is to tell about an attempt, in the order in which it is written. */
  readonly values: (outline: Outline, attempt: Attempt, facts: SessionFacts) => CmiPair[]
  /**
   * SCORM 1.2 only. Moodle counts a value as sent that it could not store, and does not send it again while it stays the same.
   * @returns the same values written differently, to be committed before the real ones after trouble
   */
  readonly detour?: (pairs: readonly CmiPair[]) => CmiPair[]
  /** One quiz answer, in the order that both versions ask for: id, then type, then the rest. */
  readonly interaction: (index: number, interaction: Interaction, answeredAt: Date) => CmiPair[]
}

/**
 * The percentage that may be told to an LMS, or null for none: never before the quiz is passed or ended, and only what is more
 * than the LMS holds, since another go takes nothing away. Below the pass mark it stays below after rounding too, so that an LMS
 * that compares for itself comes to the same result.
 */
export function reportedPercent(outline: Outline, attempt: Attempt, held: Held): number | null {
  const score = reportableScore(outline, attempt)
  if (!score) return null
  const hasPassed = passes(score, outline.passMark)
  if (!hasPassed && held.success === 'passed') return null
  const percent = outline.passMark === null || hasPassed ? percentage(score) : Math.min(percentage(score), Math.ceil(outline.passMark) - 1)
  return held.percent !== null && held.percent >= percent ? null : percent
}

/**
 * @returns whether the lesson is over for the pupil, so that the LMS may end the attempt; after a score below the pass mark it
 * stays open for another go
 */
export function isOver(outline: Outline, attempt: Attempt): boolean {
  const { completed, success } = resultOf(outline, attempt)
  return attempt.finished && completed && success !== 'failed'
}

/** @returns the pass mark that an LMS gave as text, null when it has none or one that nobody could miss */
export function readPassMark(text: string, outOf: number): number | null {
  const percent = readPercent(String((Number(text) / outOf) * 100))
  return text.trim() !== '' && percent !== null && percent > 0 ? Math.round(percent * 100) / 100 : null
}

/** @returns the score that an LMS gave as text, null when there is none */
export function readPercent(text: string): number | null {
  const percent = Number(text)
  return text.trim() !== '' && percent >= 0 && percent <= 100 ? percent : null
}
