import { hasOwnKey } from '#shared/attempt/has-own-key'
import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { CheckAnswer, CheckConfig } from '#activities/check/schema'

/** Done when every item was answered or skipped. What was said is never scored. */
export function score(config: CheckConfig, answer: CheckAnswer): Outcome {
  return config.items.every(item => hasOwnKey(answer, item.id)) ? done : underWay
}
