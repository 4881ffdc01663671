import { heading, paragraph, type Block } from '#activities/full-text-blocks'
import type { RevealConfig } from '#activities/reveal/schema'

export function fullText(config: RevealConfig): Block[] {
  return config.items.flatMap(item => [heading(item.label), ...item.text.map(line => paragraph(line))])
}
