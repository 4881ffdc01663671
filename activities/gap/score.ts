import { hasOwnKey } from '#shared/attempt/has-own-key'
import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { GapAnswer, GapConfig } from '#activities/gap/schema'

/** Done when every sentence has a word; which one is not scored. */
export function score(config: GapConfig, answer: GapAnswer): Outcome {
  return config.sentences.every(sentence => hasOwnKey(answer, sentence.id)) ? done : underWay
}
