import { options, paragraph, type Block } from '#activities/full-text-blocks'
import { GAP } from '#activities/gap/parts'
import type { GapConfig } from '#activities/gap/schema'

export function fullText(config: GapConfig): Block[] {
  return config.sentences.flatMap(sentence => [paragraph(sentence.text.replace(GAP, '…')), options(sentence.options)])
}
