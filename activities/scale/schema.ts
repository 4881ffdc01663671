import { z } from 'zod'
import { id, listOf, screenFields, symbol, text } from '#activities/fields'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('scale'),
  /** `slider`: steps on a line from one end to the other. `poll`: answers with no order. */
  mode: z.enum(['slider', 'poll']),
  /** About a character or about opinions, never about the pupil's own life. */
  question: text,
  steps: listOf(z.strictObject({
    id,
    text: z.string().trim().min(1).max(60),
    picture: symbol.optional(),
    feedback: text,
  }), { min: 2, max: 7 }),
  /** Said to everybody: that people see it differently, and what helps. */
  guidance: text,
}).describe('A slider or poll without points: an opinion to think about. Nothing of it is recorded.')

/** The id of the step chosen. It stays in memory. */
export const answer = id

export type ScaleConfig = z.infer<typeof config>
export type ScaleAnswer = z.infer<typeof answer>
