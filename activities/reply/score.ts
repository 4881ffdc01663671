import { hasOwnKey } from '#shared/attempt/has-own-key'
import { done, underWay, type Outcome } from '#shared/attempt/score'
import { ALOUD } from '#activities/reply/aloud'
import type { ReplyAnswer, ReplyConfig, ReplyRound } from '#activities/reply/schema'

/** Done when every round has one of its replies, or one that was said aloud to an adult; which one is not scored. */
export function score(config: ReplyConfig, answer: ReplyAnswer): Outcome {
  const isAnswered = ({ id, options, answer: heard }: ReplyRound) =>
    hasOwnKey(answer, id) && (options.some(option => option.id === answer[id]) || (heard !== undefined && answer[id] === ALOUD))
  return config.rounds.every(isAnswered) ? done : underWay
}

export const chosen = ({ rounds }: ReplyConfig, answer: ReplyAnswer) =>
  rounds.flatMap(({ id, options }) => options.filter(option => hasOwnKey(answer, id) && option.id === answer[id]))
