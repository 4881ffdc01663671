import { done, underWay, type Outcome } from '#shared/attempt/score'
import { choicesOn, walk } from '#activities/branching'
import type { ChatAnswer, ChatConfig } from '#activities/chat/schema'

/** Done when the path has come to an ending, whichever. */
export function score(config: ChatConfig, answer: ChatAnswer): Outcome {
  return walk(config.turns, answer).ended ? done : underWay
}

export const chosen = (config: ChatConfig, answer: ChatAnswer) => choicesOn(config.turns, answer)
