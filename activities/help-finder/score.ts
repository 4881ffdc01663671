import { done, underWay, type Outcome } from '#shared/score'
import type { HelpFinderAnswer, HelpFinderConfig } from '#activities/help-finder/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: HelpFinderConfig, answer: HelpFinderAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
