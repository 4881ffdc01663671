import { z } from 'zod'
import { id, listOf, screenFields, symbol, text } from '#activities/fields'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('helpers'),
  question: text,
  /** Where trusted adults can be found. They are not always parents, and home is not safe for everybody. */
  kinds: listOf(z.strictObject({
    id,
    label: z.string().trim().min(1).max(60),
    text,
    picture: symbol.optional(),
    /** An opening sentence to try. */
    says: text.optional(),
  }), { min: 2, max: 6 }),
  /** For whoever can think of nobody: school, Childline. */
  nobody: text,
  /** What if the first adult is busy or does not listen. */
  keepTelling: text,
}).describe('Think of trusted adults, in one\'s head. Nothing is typed, ticked or recorded.')

/** The ids of what has been looked at. It stays in memory. */
export const answer = z.array(id).max(7)

export type HelpersConfig = z.infer<typeof config>
export type HelpersAnswer = z.infer<typeof answer>
