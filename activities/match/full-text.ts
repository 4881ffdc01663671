import { options, paragraph, type Block } from '#activities/full-text-blocks'
import type { MatchConfig } from '#activities/match/schema'

export function fullText(config: MatchConfig): Block[] {
  return [
    paragraph(config.question),
    options(config.pairs.map(({ left, right, feedback, nudge }) => ({ text: `${left} – ${right}`, feedback: `${feedback} (${nudge})` }))),
  ]
}
