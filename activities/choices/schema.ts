import { z } from 'zod'
import { id, listOf, option, screenFields, text } from '#activities/fields'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('choices'),
  question: text,
  options: listOf(option, { min: 2, max: 7 }),
  /** What to take from it, whatever was picked. */
  summary: text,
}).describe('Pick as many answers as seem to fit. Each one picked has its own feedback.')

/** The ids of the options picked, once checked. */
export const answer = z.array(id).max(7)

export type ChoicesConfig = z.infer<typeof config>
export type ChoicesAnswer = z.infer<typeof answer>
