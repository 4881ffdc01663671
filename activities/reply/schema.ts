import { z } from 'zod'
import { id, inventedApp, listOf, option, otherWordings, screenFields, screenWords, speaker, text } from '#activities/fields'

const words = {
  situation: text,
  message: text.optional(),
  question: text,
}

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('reply'),
  rounds: listOf(z.strictObject({
    id,
    ...words,
    when: otherWordings(words),
    /** Who says something that the pupil answers. What somebody known only online says stands in an app. */
    speaker: speaker.optional(),
    /** The app in which it is said; a plain one where none is named. */
    app: inventedApp.optional(),
    options: listOf(option, { min: 2, max: 4 }),
  }), { min: 1, max: 5 }),
  /** Invites the pupil to say the chosen words, aloud or in their head. */
  rehearse: text,
  when: otherWordings({ ...screenWords, rehearse: text }),
}).describe('Pick the sentence you would say: rehearsing words is what makes them come when they are needed.')

/** By round id: the chosen option. */
export const answer = z.record(id, id)

export type ReplyConfig = z.infer<typeof config>
export type ReplyAnswer = z.infer<typeof answer>
