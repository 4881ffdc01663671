import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { RevealAnswer, RevealConfig } from '#activities/reveal/schema'

/** Done when everything has been opened once. */
export function score(config: RevealConfig, answer: RevealAnswer): Outcome {
  return config.items.every(item => answer.includes(item.id)) ? done : underWay
}
