import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { RankAnswer, RankConfig } from '#activities/rank/schema'

/** Done when everything has a place. */
export function score(config: RankConfig, answer: RankAnswer): Outcome {
  return config.items.every(item => answer.includes(item.id)) ? done : underWay
}
