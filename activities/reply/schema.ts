import { z } from 'zod'
import { id, inventedApp, listOf, option, screenFields, speaker, text } from '#activities/fields'

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('reply'),
  rounds: listOf(z.strictObject({
    id,
    situation: text,
    /** Who says something that the pupil answers. What somebody known only online says stands in an app. */
    speaker: speaker.optional(),
    message: text.optional(),
    /** The app in which it is said; a plain one where none is named. */
    app: inventedApp.optional(),
    question: text,
    options: listOf(option, { min: 2, max: 4 }),
  }), { min: 1, max: 5 }),
  /** Invites the pupil to say the chosen words, aloud or in their head. */
  rehearse: text,
}).describe('Pick the sentence you would say: rehearsing words is what makes them come when they are needed.')

/** By round id: the chosen option. */
export const answer = z.record(id, id)

export type ReplyConfig = z.infer<typeof config>
export type ReplyAnswer = z.infer<typeof answer>
