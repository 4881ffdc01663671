import { own } from '#shared/own'
import { done, underWay, type Outcome } from '#shared/score'
import type { GapAnswer, GapConfig } from '#activities/gap/schema'

/** Done when every sentence has a word; which one is not scored. */
export function score(config: GapConfig, answer: GapAnswer): Outcome {
  return config.sentences.every(sentence => own(answer, sentence.id)) ? done : underWay
}
