import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { ScaleConfig } from '#activities/scale/schema'

export function fullText(config: ScaleConfig): Block[] {
  return [paragraph(config.question), options(config.options)]
}
