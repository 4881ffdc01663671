import { z } from 'zod'
import { ending, id, inventedApp, known, listOf, message, option, otherWordings, screenFields, speaker, text } from '#activities/fields'

const words = {
  /** What arrives before the pupil chooses. */
  messages: z.array(message).max(5),
}

const choiceWords = { text, feedback: text, says: text.optional() }

const turn = z.strictObject({
  id,
  ...words,
  when: otherWordings(words),
  /** What the pupil's character could say or do. `says`: shown as their message; without it the choice is something done, not sent. */
  choices: listOf(option.extend({ ...choiceWords, next: id, when: otherWordings(choiceWords), known }), { min: 2, max: 4 }).optional(),
  known,
  ending: ending.optional(),
}).refine(
  step => (step.choices === undefined) !== (step.ending === undefined),
  'a turn has either choices or an ending',
)

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('chat'),
  app: inventedApp,
  speakers: listOf(speaker, { min: 2, max: 6 }),
  turns: listOf(turn, { min: 2, max: 20 }),
}).describe('A simulated chat in an invented app: a choice at each turn, and every path reaches help.')

/** The ids of the choices taken, in order. */
export const answer = z.array(id).max(40)

export type ChatConfig = z.infer<typeof config>
export type ChatAnswer = z.infer<typeof answer>
