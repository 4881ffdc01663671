import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { FlagsAnswer, FlagsConfig } from '#activities/flags/schema'

/** Done when the clues have been looked at. What was flagged makes no difference. */
export function score(_config: FlagsConfig, answer: FlagsAnswer): Outcome {
  return answer.compared ? done : underWay
}
