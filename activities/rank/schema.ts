import { z } from 'zod'
import { id, listOf, screenFields, symbol, text } from '#activities/fields'

const end = z.string().trim().min(1).max(40)

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('rank'),
  question: text,
  /** What the two ends of the list mean: "Tells most", "Tells least". */
  ends: z.strictObject({ first: end, last: end }),
  items: listOf(z.strictObject({
    id,
    text,
    picture: symbol.optional(),
    /** Something to think about, wherever it was put. */
    feedback: text,
  }), { min: 2, max: 7 }),
  /** What people who have thought about it say, and that there is more than one good order. */
  guidance: text,
}).describe('Put things into an order of one\'s own. There is no right one: each has something to think about.')

/** The ids in the pupil's order, once checked. */
export const answer = z.array(id).max(7)

export type RankConfig = z.infer<typeof config>
export type RankAnswer = z.infer<typeof answer>
