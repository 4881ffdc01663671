import { heading, note, options, paragraph, present, type Block } from '#activities/full-text-blocks'
import type { HelpFinderConfig } from '#activities/help-finder/schema'

export function fullText({ adult, questions, outcomes }: HelpFinderConfig): Block[] {
  const nameOf = (id: string) =>
    outcomes.find(outcome => outcome.id === id)?.title ?? questions.find(question => question.id === id)?.text ?? ''
  return [
    note(adult),
    ...questions.flatMap(question => [
      paragraph(question.text),
      options(question.answers.map(({ text, next }) => ({ text, feedback: nameOf(next) }))),
    ]),
    ...outcomes.flatMap(outcome => [
      heading(outcome.title),
      paragraph(outcome.text),
      ...present(outcome.says, says => paragraph(`“${says}”`)),
    ]),
  ]
}
