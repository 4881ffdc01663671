import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { RankConfig } from '#activities/rank/schema'

export function fullText(config: RankConfig): Block[] {
  return [paragraph(config.question), options(config.options)]
}
