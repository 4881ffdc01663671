import { done, underWay, type Outcome } from '#shared/score'
import type { GapAnswer, GapConfig } from '#activities/gap/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: GapConfig, answer: GapAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
