import { z } from 'zod'
import { id, listOf, screenFields, symbol, text } from '#activities/fields'
import { sureness } from '#activities/confidence/schema'

const item = z
  .strictObject({
    /** The same in the lesson's form before and in its form after, so that the two can be compared. */
    id,
    /**
     * `knowledge`: one option is the answer, and the pupil says how sure they are. `likely`: how likely somebody would ask for
     * help, from not at all to very.
     */
    kind: z.enum(['knowledge', 'likely']),
    /** Id of the objective that it asks about. */
    objective: id,
    vignette: text.optional(),
    question: text,
    options: listOf(
      z.strictObject({
        id,
        text,
        picture: symbol.optional(),
        correct: z.literal(true).optional(),
        /** Id of the misconception that the option stands for. */
        misconception: id.optional(),
      }),
      { min: 2, max: 4 },
    ),
    /** Only in the form after: what the lesson says about it, whatever was answered. */
    because: text.optional(),
  })
  .refine(
    ({ kind, options }) => options.filter(({ correct }) => correct).length === (kind === 'knowledge' ? 1 : 0),
    'a knowledge item has exactly one correct option, the other kind has none',
  )

export const config = z
  .strictObject({
    ...screenFields,
    type: z.literal('check'),
    form: z.enum(['before', 'after']),
    items: listOf(item, { min: 3, max: 5 }),
  })
  .refine(
    ({ form, items }) => items.every(({ because }) => (because !== undefined) === (form === 'after')),
    'the form after says why at each item ("because"); the form before does not, because it would teach what it asks',
  )
  .describe('A short check before and after the lesson, with how sure somebody is. Never scored, and nobody sees what one pupil said.')

/** By item id: what was said, and how sure the pupil was; empty where the item was skipped. */
export const answer = z.record(id, z.strictObject({ said: id.optional(), sure: sureness.optional() }))

export type CheckItem = z.infer<typeof item>
export type CheckConfig = z.infer<typeof config>
export type CheckAnswer = z.infer<typeof answer>
