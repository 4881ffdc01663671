import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { PracticeAnswer, PracticeConfig } from '#activities/practice/schema'

/** Done when each of the tools has been tried. */
export function score({ acts }: PracticeConfig, answer: PracticeAnswer): Outcome {
  return acts.every(({ id }) => answer.includes(id)) ? done : underWay
}

export const chosen = ({ acts }: PracticeConfig, answer: PracticeAnswer) => acts.filter(({ id }) => answer.includes(id))
