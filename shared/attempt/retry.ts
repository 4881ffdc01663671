/**
 * When something that failed is tried again: soon at first, then ever longer, so that a server that is back is not run over by a
 * whole school.
 */

/** Milliseconds. */
export interface Pauses {
  readonly first: number
  readonly longest: number
}

/** Until what a pupil has done is sent again, to our own server or to an LMS. */
export const savingPauses: Pauses = { first: 2_000, longest: 60_000 }

/** @param pause how long was waited before the try that failed. @returns how long to wait now, in milliseconds */
export const nextPause = (pause: number, { longest }: Pauses): number => Math.min(pause * 2, longest)
