import { message, note, options, paragraph, type Block } from '#activities/full-text-blocks'
import type { FlagsConfig } from '#activities/flags/schema'

export function fullText({ app, speakers, messages, ending }: FlagsConfig, voiceNote: string): Block[] {
  const nameOf = (id: string) => speakers.find(speaker => speaker.id === id)?.name ?? id
  return [
    paragraph([app.name, app.place].filter(part => part !== undefined).join(', ')),
    ...messages.flatMap(({ clue, feedback, ...said }) => [
      message(said, nameOf(said.from), voiceNote),
      ...(feedback === undefined ? [] : [options([{ text: clue ?? '–', feedback }])]),
    ]),
    paragraph(ending.text),
    note(ending.help),
  ]
}
