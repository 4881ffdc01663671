import { done, underWay, type Outcome } from '#shared/score'
import type { MatchAnswer, MatchConfig } from '#activities/match/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: MatchConfig, answer: MatchAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
