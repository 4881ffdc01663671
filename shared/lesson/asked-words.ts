/** What a pupil reads of a question before answering it, in a form in which two wordings can be compared. */

interface AskedQuestion {
  readonly id: string
  readonly vignette?: string | undefined
  readonly question: string
  readonly options: readonly {
    readonly id: string
    readonly text: string
    readonly correct?: true | undefined
    readonly misconception?: string | undefined
  }[]
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/**
 * @returns a text that is the same as long as nothing has changed that a pupil reads before answering, which option is right, or
 * what belief an option stands for; in whatever order they are written
 */
export function askedWords(questions: readonly AskedQuestion[]): string {
  return JSON.stringify([...questions].sort(byId).map(({ id, vignette = '', question, options }) => [
    id, vignette, question,
    [...options].sort(byId).map(({ id: option, text, correct, misconception = '' }) => [option, text, correct === true, misconception]),
  ]))
}
