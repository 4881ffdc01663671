import { z } from 'zod'
import { id, listOf, screenFields, symbol, text } from '#activities/fields'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('order'),
  question: text,
  /** In the order that fits. Pupils meet them mixed. */
  steps: listOf(z.strictObject({
    id,
    text,
    picture: symbol.optional(),
    /** Why it comes there. */
    feedback: text,
  }), { min: 2, max: 7 }),
}).describe('Put steps into the order that fits, and read why each comes where it does.')

/** The ids in the pupil's order, once checked. */
export const answer = z.array(id).max(7)

export type OrderConfig = z.infer<typeof config>
export type OrderAnswer = z.infer<typeof answer>
