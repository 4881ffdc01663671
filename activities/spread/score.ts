import { choicesOn, walk } from '#activities/branching'
import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { SpreadAnswer, SpreadConfig } from '#activities/spread/schema'

/** Done at an ending, whichever it is. */
export function score(config: SpreadConfig, answer: SpreadAnswer): Outcome {
  return walk(config.steps, answer.path).ended ? done : underWay
}

/** @returns the places that have a copy after this path, in the order in which it came to them */
export function copies(config: SpreadConfig, path: readonly string[]): SpreadConfig['places'] {
  const reached = [config.places[0]?.id, ...walk(config.steps, path).steps.flatMap(({ step }) => step.adds ?? [])]
  return [...new Set(reached)].flatMap(id => config.places.filter(place => place.id === id))
}

export const chosen = (config: SpreadConfig, answer: SpreadAnswer) => choicesOn(config.steps, answer.path)
