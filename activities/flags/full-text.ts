import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { FlagsConfig } from '#activities/flags/schema'

export function fullText(config: FlagsConfig): Block[] {
  return [paragraph(config.question), options(config.options)]
}
