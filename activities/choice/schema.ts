import { z } from 'zod'
import { id, listOf, option, otherWordings, screenFields, screenWords, text } from '#activities/fields'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('choice'),
  question: text,
  when: otherWordings({ ...screenWords, question: text }),
  options: listOf(option, { min: 2, max: 4 }),
}).describe('One question, one answer out of two to four.')

/** The id of the chosen option. */
export const answer = id

export type ChoiceConfig = z.infer<typeof config>
export type ChoiceAnswer = z.infer<typeof answer>
