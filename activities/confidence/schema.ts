import { z } from 'zod'
import { id, listOf, screenFields, text } from '#activities/fields'

export const sureness = z.enum(['not', 'quite', 'very'])

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('confidence'),
  statements: listOf(z.strictObject({
    id,
    text,
    isTrue: z.boolean(),
    feedback: z.strictObject({ true: text, false: text }),
  }), { min: 1, max: 6 }),
}).describe('True or false, and how sure. What matters afterwards is the reason, so being sure is never held against anyone.')

/** By statement id: what the pupil said, and how sure. */
export const answer = z.record(id, z.strictObject({ said: z.boolean(), sure: sureness }))

export type Sureness = z.infer<typeof sureness>
export type ConfidenceConfig = z.infer<typeof config>
export type ConfidenceAnswer = z.infer<typeof answer>
