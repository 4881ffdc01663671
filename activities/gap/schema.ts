import { z } from 'zod'
import { id, listOf, option, screenFields, text } from '#activities/fields'
import { GAP } from '#activities/gap/parts'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('gap'),
  sentences: listOf(z.strictObject({
    id,
    /** A sentence with one gap: four underscores. */
    text: text.refine(sentence => sentence.split(GAP).length === 2, `needs exactly one gap, written as ${GAP}`),
    options: listOf(option, { min: 2, max: 4 }),
  }), { min: 1, max: 6 }),
}).describe('Choose the word that goes into the gap of a sentence, one sentence at a time.')

/** By sentence id: the word chosen. */
export const answer = z.record(id, id)

export type GapConfig = z.infer<typeof config>
export type GapAnswer = z.infer<typeof answer>
