import { done, underWay, type Outcome } from '#shared/score'
import type { FlagsAnswer, FlagsConfig } from '#activities/flags/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: FlagsConfig, answer: FlagsAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
