import { note, options, paragraph, type Block } from '#activities/full-text-blocks'
import type { HelpersConfig } from '#activities/helpers/schema'

export function fullText({ question, kinds, nobody, keepTelling }: HelpersConfig): Block[] {
  return [
    paragraph(question),
    options(kinds.map(({ label, text, says }) => ({ text: label, feedback: says === undefined ? text : `${text} “${says}”` }))),
    paragraph(keepTelling),
    note(nobody),
  ]
}
