import { z } from 'zod'
import { id, listOf, option, otherWordings, screenFields, screenWords, text } from '#activities/fields'

const words = {
  question: text,
  /** What to take from it, whatever was picked. */
  summary: text,
}

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('choices'),
  ...words,
  when: otherWordings({ ...screenWords, ...words }),
  options: listOf(option.omit({ aside: true }), { min: 2, max: 7 }),
}).describe('Pick as many answers as seem to fit. Each one picked has its own feedback.')

/** The ids of the options picked, once checked. */
export const answer = z.array(id).max(7)

export type ChoicesConfig = z.infer<typeof config>
export type ChoicesAnswer = z.infer<typeof answer>
