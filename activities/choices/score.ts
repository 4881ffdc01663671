import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { ChoicesAnswer, ChoicesConfig } from '#activities/choices/schema'

/** Any pick does it: practice is never marked. */
export function score(config: ChoicesConfig, answer: ChoicesAnswer): Outcome {
  return config.options.some(option => answer.includes(option.id)) ? done : underWay
}

export const chosen = ({ options }: ChoicesConfig, answer: ChoicesAnswer) => options.filter(({ id }) => answer.includes(id))
