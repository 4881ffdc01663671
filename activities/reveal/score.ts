import { done, underWay, type Outcome } from '#shared/score'
import type { RevealAnswer, RevealConfig } from '#activities/reveal/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: RevealConfig, answer: RevealAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
