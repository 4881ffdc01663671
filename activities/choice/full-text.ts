import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { ChoiceConfig } from '#activities/choice/schema'

export function fullText(config: ChoiceConfig): Block[] {
  return [paragraph(config.question), options(config.options)]
}
