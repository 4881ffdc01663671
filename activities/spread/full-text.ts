import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { SpreadConfig } from '#activities/spread/schema'

export function fullText(config: SpreadConfig): Block[] {
  return [paragraph(config.question), options(config.options)]
}
