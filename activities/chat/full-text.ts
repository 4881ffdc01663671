import { message, note, options, paragraph, type Block } from '#activities/full-text-blocks'
import type { ChatConfig } from '#activities/chat/schema'

/** Every turn, in the order in which the file has them, so that each branch is read once. */
export function fullText(config: ChatConfig, voiceNote: string): Block[] {
  const nameOf = (id: string) => config.speakers.find(speaker => speaker.id === id)?.name ?? id
  return [
    paragraph([config.app.name, config.app.place].filter(part => part !== undefined).join(', ')),
    ...config.turns.flatMap(turn => [
      ...turn.messages.map(said => message(said, nameOf(said.from), voiceNote)),
      ...(turn.choices
        ? [options(turn.choices.map(({ text, says, feedback, aside }) => ({ text: says === undefined ? text : `${text}: ${says}`, feedback, aside })))]
        : []),
      ...(turn.ending ? [paragraph(turn.ending.text), note(turn.ending.help)] : []),
    ]),
  ]
}
