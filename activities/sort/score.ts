import { hasOwnKey } from '#shared/attempt/has-own-key'
import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { SortAnswer, SortConfig } from '#activities/sort/schema'

/** Done when every card lies in one of the groups; which one is not scored. */
export function score(config: SortConfig, answer: SortAnswer): Outcome {
  const isGroup = (id: string | undefined) => config.groups.some(group => group.id === id)
  return config.cards.every(card => hasOwnKey(answer, card.id) && isGroup(answer[card.id])) ? done : underWay
}
