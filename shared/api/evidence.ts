/** A school's evidence for governors and inspectors: no pupil, no class, and no sum of fewer than two classes. */
import { z } from 'zod'
import { day } from '#shared/api/fields'
import { LONGEST_NOTE, MOST_NOTES } from '#shared/api/evidence-limits'
import type { WordName } from '#shared/api/insight'

/** The words between which something lies, as far as chance could move it. */
export interface Reading {
  readonly low: WordName
  readonly high: WordName
}

/** `clear`: even the most cautious reading moves by a window. `close`: may be chance. */
export type Verdict = 'clear-fewer' | 'likely-fewer' | 'close' | 'likely-more' | 'clear-more'

export interface Changed {
  /** By the checks before and after a lesson, or by its quiz and the same quiz when it was looked back at. */
  readonly kind: 'check' | 'look-back'
  /** Title of the lesson. */
  readonly lesson: string
  /** An objective, where it was a check: how many answered well. A belief, where it was a look back: how many chose it. */
  readonly text: string
  readonly before: Reading
  readonly after: Reading
  readonly verdict: Verdict
}

/** A belief that about half or more chose in a lesson's quiz. */
export interface Misunderstood {
  readonly lesson: string
  readonly text: string
  readonly share: Reading
}

/** `all`, `some`: classes that were taught. `planned`: they have a lesson about it still to come. `not-here`: not for this age. */
export type Taught = 'all' | 'some' | 'planned' | 'none' | 'not-here'

export interface CoverageColumn {
  readonly years: readonly number[]
  /** What was taught or is being taught, by its titles, the first first. */
  readonly lessons: readonly string[]
}

export interface Coverage {
  /** School years in one column each, or several together where one alone would be one class; none of classes of no known year. */
  readonly columns: readonly CoverageColumn[]
  readonly statements: readonly { readonly code: string, readonly meaning: string, readonly cells: readonly Taught[] }[]
  /** At the end of each term so far: how many of the table's cells are taught to all, to some, and planned. */
  readonly terms: readonly { readonly term: Term, readonly all: number, readonly some: number, readonly planned: number }[]
}

export type Term = 'autumn' | 'spring' | 'summer'

/** `GET /api/evidence` */
export const evidenceQuery = z.object({
  /** Last day of a school year; this one where it is left out. */
  year: day.optional(),
})

/** `GET /api/evidence` */
export interface SchoolEvidence {
  readonly school: string
  /** Last days of the school years that can be looked at, the newest first. */
  readonly years: readonly string[]
  readonly year: string
  readonly from: string
  /** Today, or the year's last day where it is over. */
  readonly to: string
  /** The day on which it is asked for. */
  readonly madeOn: string
  readonly framework: { readonly name: string, readonly edition: string, readonly note: string, readonly isChecked: boolean } | null
  readonly coverage: Coverage
  readonly changed: readonly Changed[]
  readonly misunderstood: readonly Misunderstood[]
  readonly notes: readonly string[]
}

/** `PUT /api/evidence/notes`: all of a year's, in order */
export const evidenceNotesBody = z.strictObject({
  year: day,
  notes: z.array(z.string().trim().min(1).max(LONGEST_NOTE)).max(MOST_NOTES),
})
