import { note, options, paragraph, present, type Block } from '#activities/full-text-blocks'
import type { ReplyConfig } from '#activities/reply/schema'

export function fullText(config: ReplyConfig): Block[] {
  return [
    ...config.rounds.flatMap(round => [
      paragraph(round.situation),
      ...present(round.message, text => paragraph(text, round.speaker?.name)),
      paragraph(round.question),
      options(round.options),
    ]),
    note(config.rehearse),
  ]
}
