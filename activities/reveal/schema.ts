import { z } from 'zod'
import { id, listOf, otherWordings, screenFields, symbol, text } from '#activities/fields'

const words = {
  label: z.string().trim().min(1).max(60),
  text: z.array(text).min(1).max(4),
}

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('reveal'),
  /**
   * `accordion`: below each other, for texts that build on each other. `tabs`: one at a time. `cards`: turned over one by one.
   * `shutters`: slid up one by one, and a picture is behind each.
   */
  mode: z.enum(['accordion', 'tabs', 'cards', 'shutters']),
  items: listOf(z.strictObject({
    id,
    ...words,
    picture: symbol.optional(),
    when: otherWordings(words),
  }), { min: 2, max: 6 }),
}).describe('Short texts to open one by one, as an accordion, as tabs, as cards that are turned over, or as shutters that are slid up.')

/** The ids of what has been opened so far. */
export const answer = z.array(id).max(6)

export type RevealConfig = z.infer<typeof config>
export type RevealAnswer = z.infer<typeof answer>
