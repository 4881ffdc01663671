import { done, underWay, type Outcome } from '#shared/score'
import type { SpreadAnswer, SpreadConfig } from '#activities/spread/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: SpreadConfig, answer: SpreadAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
