import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { HotspotsAnswer, HotspotsConfig } from '#activities/hotspots/schema'

/** Done when every spot has been looked at. */
export function score(config: HotspotsConfig, answer: HotspotsAnswer): Outcome {
  return config.spots.every(spot => answer.includes(spot.id)) ? done : underWay
}
