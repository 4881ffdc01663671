import { z } from 'zod'
import { screenFields, text } from '#activities/fields'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('content'),
  text: z.array(text).min(1).max(5),
  /** One sentence to remember, set apart. */
  callout: text.optional(),
  /** Short points, each a line. */
  points: z.array(text).max(7).optional(),
}).describe('Text with a picture, a call-out and glossary terms: something to read, nothing to do.')

export const answer = z.null()

export type ContentConfig = z.infer<typeof config>
