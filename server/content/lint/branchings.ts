/** Finds the branching lists of a screen, whatever its type calls them. */
import type { Step } from '#activities/branching'
import type { Screen } from '#activities/lesson'

export interface Branching {
  /** Of the field: "scenes", "turns". */
  readonly name: string
  readonly steps: readonly Step[]
}

/** @returns the branching lists of a screen */
export function branchings(screen: Screen): Branching[] {
  return Object.entries(screen).flatMap(([name, list]: [string, unknown]) => isSteps(list) ? [{ name, steps: list }] : [])
}

/** Steps are what can go on or end; the schema has checked their fields already. */
function isSteps(list: unknown): list is readonly Step[] {
  return Array.isArray(list) && list.some((member: unknown) =>
    typeof member === 'object' && member !== null && ('ending' in member || 'choices' in member || 'next' in member))
}
