import { z } from 'zod'
import { id, listOf, screenFields, symbol, text } from '#activities/fields'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('match'),
  question: text,
  pairs: listOf(z.strictObject({
    id,
    left: text,
    right: text,
    picture: symbol.optional(),
    /** Said when the two are put together. */
    feedback: text,
    /** Said when something else is tried with the left one: a hint, never a mark. */
    nudge: text,
  }), { min: 2, max: 6 }),
}).describe('Put together what belongs together, one pair after the other.')

/** The ids of the pairs found so far. */
export const answer = z.array(id).max(6)

export type MatchConfig = z.infer<typeof config>
export type MatchAnswer = z.infer<typeof answer>
