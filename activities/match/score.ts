import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { MatchAnswer, MatchConfig } from '#activities/match/schema'

/** Done when every pair has been found. */
export function score(config: MatchConfig, answer: MatchAnswer): Outcome {
  return config.pairs.every(pair => answer.includes(pair.id)) ? done : underWay
}
