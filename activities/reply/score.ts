import { own } from '#shared/own'
import { done, underWay, type Outcome } from '#shared/score'
import type { ReplyAnswer, ReplyConfig } from '#activities/reply/schema'

/** Done when every round has a reply. */
export function score(config: ReplyConfig, answer: ReplyAnswer): Outcome {
  return config.rounds.every(round => own(answer, round.id)) ? done : underWay
}
