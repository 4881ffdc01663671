import { done, underWay, type Outcome } from '#shared/score'
import type { ChoicesAnswer, ChoicesConfig } from '#activities/choices/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: ChoicesConfig, answer: ChoicesAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
