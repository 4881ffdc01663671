/** Points and percentages. Every score that leaves the core is between 0 and 100. */

/** Points out of a maximum, both whole numbers, 0 <= points <= max. */
export interface Score {
  readonly points: number
  readonly max: number
}

/** What one answer to an activity amounts to, as its scorer sees it. */
export interface Outcome {
  /** Everything the activity asks for has been answered. */
  readonly complete: boolean
  /** Only for graded activities, and only once complete. */
  readonly score: Score | null
  /** The pupil chose to end a graded activity with this score instead of having another go. */
  readonly ended: boolean
}

/** An answer that is under way: nothing to report yet. */
export const underWay: Outcome = { complete: false, score: null, ended: false }

/** An ungraded activity that has been done. */
export const done: Outcome = { complete: true, score: null, ended: false }

/** @returns a whole percentage from 0 to 100; 0 when there is nothing to score */
export function percentage(score: Score): number {
  if (!(score.max > 0)) return 0
  const share = Math.round((score.points / score.max) * 100)
  return Math.min(100, Math.max(0, Number.isFinite(share) ? share : 0))
}

/**
 * Whether a score reaches the pass mark. Compared before rounding, so that 69.5 % never passes a mark of 70.
 * @param passMark whole per cent, or null for no pass mark (then nothing passes and nothing fails)
 */
export function passes(score: Score, passMark: number | null): boolean {
  return passMark !== null && score.max > 0 && score.points * 100 >= passMark * score.max
}

/** @returns the better of two scores; the first one when they are equal or the second is missing */
export function betterScore(a: Score | null, b: Score | null): Score | null {
  if (!a) return b
  if (!b) return a
  return b.points * a.max > a.points * b.max ? b : a
}
