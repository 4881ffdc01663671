import { done, underWay, type Outcome } from '#shared/score'
import type { OrderAnswer, OrderConfig } from '#activities/order/schema'

/** Done when every option has been looked at. Practice is never marked. */
export function score(config: OrderConfig, answer: OrderAnswer): Outcome {
  return config.options.every(option => answer.includes(option.id)) ? done : underWay
}
