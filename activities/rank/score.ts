import { done, underWay, type Outcome } from '#shared/score'
import type { RankAnswer, RankConfig } from '#activities/rank/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: RankConfig, answer: RankAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
