import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { HelpersConfig } from '#activities/helpers/schema'

export function fullText(config: HelpersConfig): Block[] {
  return [paragraph(config.question), options(config.options)]
}
