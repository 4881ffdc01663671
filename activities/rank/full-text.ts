import { note, options, paragraph, type Block } from '#activities/full-text-blocks'
import type { RankConfig } from '#activities/rank/schema'

export function fullText({ question, ends, items, guidance }: RankConfig): Block[] {
  return [paragraph(`${question} (${ends.first} – ${ends.last})`), options(items), note(guidance)]
}
