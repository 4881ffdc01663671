import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { GapConfig } from '#activities/gap/schema'

export function fullText(config: GapConfig): Block[] {
  return [paragraph(config.question), options(config.options)]
}
