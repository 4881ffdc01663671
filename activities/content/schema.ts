import { z } from 'zod'
import { otherWordings, screenFields, screenWords, text } from '#activities/fields'

const words = {
  text: z.array(text).min(1).max(5),
  /** One sentence to remember, set apart. */
  callout: text.optional(),
  /** Short points, each a line. */
  points: z.array(text).max(7).optional(),
}

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('content'),
  ...words,
  when: otherWordings({ ...screenWords, ...words }),
}).describe('Text with a picture, a call-out and glossary terms: something to read, nothing to do.')

export const answer = z.null()

export type ContentConfig = z.infer<typeof config>
