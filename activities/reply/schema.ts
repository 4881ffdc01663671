import { z } from 'zod'
import { scene } from '#activities/scene-schema'
import { id, inventedApp, listOf, option, otherWordings, screenFields, screenWords, speaker, text } from '#activities/fields'
import { ALOUD } from '#activities/reply/aloud'

const words = {
  situation: text,
  message: text.optional(),
  question: text,
  /** A picture of the round, in the place of the screen's. */
  scene: scene.optional(),
}

/** What the adult says to it, whichever words were picked: a busy or clumsy answer is never the pupil's doing. */
const answered = {
  text,
  /** How it looks then. */
  scene: scene.optional(),
  /** What a poor answer means, and that there is a second sentence or a second adult. */
  note: text.optional(),
}

const round = z.strictObject({
  id,
  ...words,
  when: otherWordings(words),
  /** Who says something that the pupil answers. What somebody known only online says stands in an app. */
  speaker: speaker.optional(),
  /** The app in which it is said; a plain one where none is named. */
  app: inventedApp.optional(),
  options: listOf(option, { min: 2, max: 4 }),
  /** Makes it a rehearsal: the pupil tells an adult, in these words or aloud in their own, and the adult answers. */
  answer: z.strictObject({
    by: speaker,
    /** The adult has heard. Where not, a later round says it in a second way, or to a second adult. */
    heard: z.boolean(),
    ...answered,
    when: otherWordings(answered),
  }).refine(({ heard, note }) => heard || note !== undefined, {
    path: ['note'],
    message: 'say in a note what a poor answer means: it is not the pupil\'s doing, and there is a second way',
  }).optional(),
})

export const config = z
  .strictObject({
    ...screenFields,
    type: z.literal('reply'),
    rounds: listOf(round, { min: 1, max: 5 }),
    /** Invites the pupil to say the chosen words, aloud or in their head. */
    rehearse: text,
    when: otherWordings({ ...screenWords, rehearse: text }),
  })
  .superRefine(({ rounds }, context) => {
    const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path: ['rounds', ...path], message })
    const last = rounds.map(({ answer }) => answer !== undefined).lastIndexOf(true)
    if (rounds[last]?.answer?.heard === false)
      issue([last, 'answer', 'heard'], 'a rehearsal ends in being heard: a second sentence or a second adult comes after this')
    rounds.forEach(({ options }, index) => options.forEach(({ id }, at) => {
      if (id === ALOUD) issue([index, 'options', at, 'id'], `"${ALOUD}" is what stands for words said aloud; call the option something else`)
    }))
  })
  .describe('Pick the sentence you would say, or say your own aloud, and hear what the adult answers: rehearsed words come when they are needed.')

/** By round id: the chosen option, or "aloud" for words of the pupil's own that nobody has heard. */
export const answer = z.record(id, id)

export type ReplyConfig = z.infer<typeof config>
export type ReplyAnswer = z.infer<typeof answer>
export type ReplyRound = ReplyConfig['rounds'][number]
