import { message, note, options, paragraph, type Block } from '#activities/full-text-blocks'
import type { Deed, PracticeConfig } from '#activities/practice/schema'

/** @param words what the tools are called, and what a voice note is called */
export function fullText(
  { app, speakers, messages, acts, summary }: PracticeConfig,
  words: { readonly deed: (deed: Deed) => string, readonly voiceNote: string },
): Block[] {
  const nameOf = (id: string) => speakers.find(speaker => speaker.id === id)?.name ?? id
  return [
    paragraph([app.name, app.place].filter(part => part !== undefined).join(', ')),
    ...messages.map(said => message(said, nameOf(said.from), words.voiceNote)),
    options(acts.map(({ id, feedback, wait }) => ({ text: words.deed(id), feedback: [wait, feedback].filter(Boolean).join(' ') }))),
    note(summary),
  ]
}
