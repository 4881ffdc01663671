import { own } from '#shared/own'
import { done, underWay, type Outcome } from '#shared/score'
import type { SortAnswer, SortConfig } from '#activities/sort/schema'

/** Done when every card lies in a group. */
export function score(config: SortConfig, answer: SortAnswer): Outcome {
  return config.cards.every(card => own(answer, card.id)) ? done : underWay
}
