import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { OrderConfig } from '#activities/order/schema'

export function fullText(config: OrderConfig): Block[] {
  return [paragraph(config.question), options(config.steps)]
}
