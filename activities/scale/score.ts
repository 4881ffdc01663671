import { done, underWay, type Outcome } from '#shared/score'
import type { ScaleAnswer, ScaleConfig } from '#activities/scale/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: ScaleConfig, answer: ScaleAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
