import { hasOwnKey } from '#shared/attempt/has-own-key'
import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { ConfidenceAnswer, ConfidenceConfig } from '#activities/confidence/schema'

/** Done when every statement has an answer; neither the answer nor how sure the pupil was is scored. */
export function score(config: ConfidenceConfig, answer: ConfidenceAnswer): Outcome {
  return config.statements.every(statement => hasOwnKey(answer, statement.id)) ? done : underWay
}
