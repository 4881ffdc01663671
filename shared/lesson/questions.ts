/** A question left out of a quiz, or put in: which a teacher may choose, so that the quiz stays a fair one. */

/** By ids of questions. */
export interface ChosenQuestions {
  /** Never asked. */
  readonly leftOut: readonly string[]
  /** Asked in every go. */
  readonly putIn: readonly string[]
}

export const asItIs: ChosenQuestions = { leftOut: [], putIn: [] }

/** @returns the ids of a list as the database keeps it, with a space between */
export const idsIn = (text: string): string[] => text.split(' ').filter(id => id !== '')

interface Quiz {
  /** How many one go asks. */
  readonly draw: number
  readonly pool: readonly { readonly id: string, readonly objective: string }[]
}

/**
 * Why a choice is none: `unknown`, the quiz has no such question; `both`, one is left out and put in; `few`, fewer are left than one go
 * asks; `objective`, something that the quiz asks about would not be asked any more; `many`, more are put in than one go asks.
 */
export type QuestionFault = 'unknown' | 'both' | 'few' | 'objective' | 'many'

/** @returns what is wrong with a choice; null where the quiz is a fair one with it */
export function questionFault({ draw, pool }: Quiz, { leftOut, putIn }: ChosenQuestions): QuestionFault | null {
  if ([...leftOut, ...putIn].some(id => !pool.some(question => question.id === id))) return 'unknown'
  if (leftOut.some(id => putIn.includes(id))) return 'both'
  const left = pool.filter(({ id }) => !leftOut.includes(id))
  if (left.length < draw) return 'few'
  if (pool.some(({ objective }) => !left.some(question => question.objective === objective))) return 'objective'
  return new Set(putIn).size > draw ? 'many' : null
}

/**
 * @returns the choice as far as the quiz of today can take it: a lesson may have lost a question since. What leaves too little for a
 * fair quiz is not obeyed
 */
export function stillFair(quiz: Quiz, chosen: ChosenQuestions): ChosenQuestions {
  const isThere = (id: string) => quiz.pool.some(question => question.id === id)
  const known = { leftOut: chosen.leftOut.filter(isThere), putIn: chosen.putIn.filter(isThere) }
  const fits = [known, { ...known, leftOut: [] }, asItIs]
  return fits.find(choice => questionFault(quiz, choice) === null) ?? asItIs
}
