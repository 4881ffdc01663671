/** Walking through a branching activity (chat, story): steps joined by choices, with an ending at the end of every path. */

import type { Remembering } from '#shared/lesson/remembered'

/** One step of a branching activity, as far as walking needs it. */
export interface Step {
  readonly id: string
  readonly choices?: readonly (Remembering & { readonly id: string, readonly next: string })[] | undefined
  /** Where a step without choices goes on. */
  readonly next?: string | undefined
  readonly ending?: { readonly text: string, readonly help: string } | undefined
}

/** The steps a pupil has been through, each with the choice made there. */
export interface Walk<S extends Step> {
  readonly steps: readonly { readonly step: S, readonly chosen: string | null }[]
  /** The path has come to an ending. */
  readonly ended: boolean
}

/** In a pupil's path: "go on" from a step that has no choices. */
export const GO_ON = 'go-on'

/**
 * Replays a path of choice ids from the first step.
 * A choice that the step does not offer ends the replay there, so that a path from elsewhere never throws.
 */
export function walk<S extends Step>(steps: readonly S[], path: readonly string[]): Walk<S> {
  const walked: { step: S, chosen: string | null }[] = []
  let step = steps[0]
  for (const taken of path) {
    if (!step) break
    const next = nextOf(step, taken)
    if (next === undefined) break
    walked.push({ step, chosen: taken })
    step = steps.find(candidate => candidate.id === next)
  }
  if (step) walked.push({ step, chosen: null })
  return { steps: walked, ended: step?.ending !== undefined }
}

/** @returns the choices that were made on the way, in order */
export function choicesOn(steps: readonly Step[], path: readonly string[]): Remembering[] {
  return walk(steps, path).steps.flatMap(({ step, chosen }) => step.choices?.find(({ id }) => id === chosen) ?? [])
}

function nextOf(step: Step, taken: string): string | undefined {
  if (step.choices) return step.choices.find(choice => choice.id === taken)?.next
  return taken === GO_ON ? step.next : undefined
}
