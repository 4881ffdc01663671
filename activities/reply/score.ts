import { hasOwnKey } from '#shared/attempt/has-own-key'
import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { ReplyAnswer, ReplyConfig } from '#activities/reply/schema'

/** Done when every round has one of its replies; which one is not scored. */
export function score(config: ReplyConfig, answer: ReplyAnswer): Outcome {
  const isAnswered = (round: ReplyConfig['rounds'][number]) =>
    hasOwnKey(answer, round.id) && round.options.some(option => option.id === answer[round.id])
  return config.rounds.every(isAnswered) ? done : underWay
}

export const chosen = ({ rounds }: ReplyConfig, answer: ReplyAnswer) =>
  rounds.flatMap(({ id, options }) => options.filter(option => hasOwnKey(answer, id) && option.id === answer[id]))
