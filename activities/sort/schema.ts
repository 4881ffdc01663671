import { z } from 'zod'
import { hasOwnKey } from '#shared/attempt/has-own-key'
import { id, listOf, screenFields, text, tone } from '#activities/fields'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('sort'),
  question: text,
  groups: listOf(z.strictObject({
    id,
    label: z.string().trim().min(1).max(40),
    /** A sign beside the label, so that the groups never differ by colour alone. */
    symbol: z.enum(['tick', 'pause', 'question', 'hand', 'door']),
  }), { min: 2, max: 3 }),
  cards: listOf(z.strictObject({
    id,
    text,
    /** By group id: how a card placed there turns out. */
    placed: z.record(id, z.strictObject({ tone, feedback: text })),
  }), { min: 2, max: 10 }),
}).superRefine((config, context) => {
  config.cards.forEach((card, index) => {
    for (const group of config.groups) {
      if (!hasOwnKey(card.placed, group.id)) {
        context.addIssue({
          code: 'custom',
          path: ['cards', index, 'placed'],
          message: `card "${card.id}" has no feedback for the group "${group.id}"`,
        })
      }
    }
  })
}).describe('Put cards into two or three groups, with feedback for each place a card can go.')

/** By card id: the group it was put into. */
export const answer = z.record(id, id)

export type SortConfig = z.infer<typeof config>
export type SortAnswer = z.infer<typeof answer>
