import { note, options, paragraph, present, sceneText, type Block } from '#activities/full-text-blocks'
import type { ReplyConfig, ReplyRound } from '#activities/reply/schema'

/** What the adult answers, however it was said. */
const answerText = ({ by, text, scene, note: meaning }: NonNullable<ReplyRound['answer']>): Block[] => [
  ...(scene ? sceneText(scene) : []),
  paragraph(text, by.name),
  ...present(meaning, note),
]

export function fullText(config: ReplyConfig): Block[] {
  return [
    ...config.rounds.flatMap(round => [
      paragraph(round.situation),
      ...present(round.message, text => paragraph(text, round.speaker?.name)),
      paragraph(round.question),
      ...(round.scene ? sceneText(round.scene) : []),
      options(round.options),
      ...(round.answer ? answerText(round.answer) : []),
    ]),
    note(config.rehearse),
  ]
}
