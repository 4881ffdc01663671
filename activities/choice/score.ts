import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { ChoiceAnswer, ChoiceConfig } from '#activities/choice/schema'

/** Any answer does it: practice is never marked. */
export function score(config: ChoiceConfig, answer: ChoiceAnswer): Outcome {
  return config.options.some(option => option.id === answer) ? done : underWay
}

export const chosen = ({ options }: ChoiceConfig, answer: ChoiceAnswer) => options.filter(({ id }) => id === answer)
