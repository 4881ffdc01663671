import { done, underWay, type Outcome } from '#shared/score'
import type { HotspotsAnswer, HotspotsConfig } from '#activities/hotspots/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: HotspotsConfig, answer: HotspotsAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
