import { z } from 'zod'
import { ending, id, inventedApp, known, listOf, message, screenFields, speaker, text } from '#activities/fields'

const flaggable = message.extend({
  id,
  /** What there is to notice: the name of the clue ("Asks for a secret"). */
  clue: z.string().trim().min(1).max(60).optional(),
  /** What to think about it. Every message of a contact has one, clue or not, since any of them can be flagged. */
  feedback: text.optional(),
  known,
})

export const config = z
  .strictObject({
    ...screenFields,
    type: z.literal('flags'),
    app: inventedApp,
    speakers: listOf(speaker, { min: 2, max: 6 }),
    messages: listOf(flaggable, { min: 2, max: 12 }),
    ending,
  })
  .superRefine(({ speakers, messages }, context) => {
    messages.forEach((message, index) => {
      const issue = (field: string, text: string) => context.addIssue({ code: 'custom', path: ['messages', index, field], message: text })
      const { role } = speakers.find(speaker => speaker.id === message.from) ?? {}
      if (role === undefined) return issue('from', `there is no speaker "${message.from}"`)
      if (role === 'me' && (message.clue !== undefined || message.feedback !== undefined))
        issue('clue', 'what the pupil\'s own character writes is not judged: no clue, no feedback')
      if (role !== 'me' && message.feedback === undefined)
        issue('feedback', 'a message that can be flagged needs feedback: what to notice, or why it seems fine so far')
    })
    if (!messages.some(message => message.clue !== undefined))
      context.addIssue({ code: 'custom', path: ['messages'], message: 'at least one message has a clue' })
  })
  .describe(
    'A chat arrives message by message. Pupils flag what seems off, then look at the clues. What was not flagged is never counted.',
  )

/** What has been flagged, and whether the clues have been looked at. */
export const answer = z.strictObject({
  flagged: z.array(id).max(12),
  compared: z.boolean(),
})

export type FlagsConfig = z.infer<typeof config>
export type FlagsAnswer = z.infer<typeof answer>
