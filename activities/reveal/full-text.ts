import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { RevealConfig } from '#activities/reveal/schema'

export function fullText(config: RevealConfig): Block[] {
  return [paragraph(config.question), options(config.options)]
}
