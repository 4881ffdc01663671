import { done, underWay, type Outcome } from '#shared/score'
import type { HelpersAnswer, HelpersConfig } from '#activities/helpers/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: HelpersConfig, answer: HelpersAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
