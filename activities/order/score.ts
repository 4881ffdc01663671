import { done, underWay, type Outcome } from '#shared/attempt/score'
import type { OrderAnswer, OrderConfig } from '#activities/order/schema'

/** Done when every step has a place; whether it fits is a matter for feedback, not for marks. */
export function score(config: OrderConfig, answer: OrderAnswer): Outcome {
  return config.steps.every(step => answer.includes(step.id)) ? done : underWay
}

/** @returns where the step at this place of the pupil's order could go: 0 where it fits, below 0 earlier, above 0 later */
export function shift(config: OrderConfig, answer: OrderAnswer, place: number): number {
  const step = config.steps.findIndex(({ id }) => id === answer[place])
  return step < 0 ? 0 : step - place
}
