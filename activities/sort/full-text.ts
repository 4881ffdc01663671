import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { SortConfig } from '#activities/sort/schema'

export function fullText(config: SortConfig): Block[] {
  return [
    paragraph(config.question),
    ...config.cards.flatMap(card => [
      paragraph(card.text),
      options(config.groups.map(group => ({ text: group.label, feedback: card.placed[group.id]?.feedback ?? '' }))),
    ]),
  ]
}
