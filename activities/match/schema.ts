/** Match: say in one sentence what the pupil does. */
import { z } from 'zod'
import { listOf, option, screenFields, text } from '#activities/fields'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('match'),
  question: text,
  /** Two are allowed, so that an author can give the version with two choices. */
  options: listOf(option, { min: 2, max: 4 }),
})

/** The ids of the options looked at so far, in that order. */
export const answer = z.array(z.string())

export type MatchConfig = z.infer<typeof config>
export type MatchAnswer = z.infer<typeof answer>
