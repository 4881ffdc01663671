import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { MatchConfig } from '#activities/match/schema'

export function fullText(config: MatchConfig): Block[] {
  return [paragraph(config.question), options(config.options)]
}
