import { z } from 'zod'
import { id, listOf, otherWordings, remember, screenFields, symbol, text } from '#activities/fields'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('recap'),
  /** What is asked again, with the marks of the first sitting on each option. */
  asks: listOf(z.strictObject({
    id,
    question: text,
    when: otherWordings({ question: text }),
    options: listOf(z.strictObject({ id, text, picture: symbol.optional(), remember }), { min: 2, max: 4 }),
  }), { min: 1, max: 3 }),
}).describe('Begins a second sitting: asks again in one press what was chosen in the first. Who skips it meets the neutral wording.')

/** By what is asked, the option that was pressed. */
export const answer = z.record(id, id)

export type RecapConfig = z.infer<typeof config>
export type RecapAnswer = z.infer<typeof answer>
