import { z } from 'zod'
import { id, inventedApp, listOf, message, otherWordings, remember, screenFields, screenWords, speaker, text } from '#activities/fields'

/** The app's own tools. */
const deed = z.enum(['keep', 'tell', 'leave', 'report', 'block'])

const line = message.extend({
  id,
  /** It is a picture. It is never shown, the text says what is sent, and it cannot be kept: nobody keeps or passes on a child's image. */
  photo: z.literal(true).optional(),
})

const act = z.strictObject({
  id: deed,
  /** What comes of it. */
  feedback: text,
  remember: remember.optional(),
  when: otherWordings({ feedback: text }),
  /** What has to be done before it, since it would be too late then. */
  after: z.array(deed).min(1).max(4).optional(),
  /** What the app answers to who comes to this one too early. */
  wait: text.optional(),
})

export const config = z
  .strictObject({
    ...screenFields,
    type: z.literal('practice'),
    app: inventedApp,
    speakers: listOf(speaker, { min: 2, max: 6 }),
    messages: listOf(line, { min: 1, max: 8 }),
    acts: listOf(act, { min: 2, max: 5 }),
    /** What has been tried, and who helps. */
    summary: text,
    when: otherWordings({ ...screenWords, summary: text }),
  })
  .superRefine(({ speakers, messages, acts }, context) => {
    const issue = (path: (string | number)[], text: string) => context.addIssue({ code: 'custom', path, message: text })
    const roleOf = (from: string) => speakers.find(({ id }) => id === from)?.role
    messages.forEach(({ id, from }, index) => {
      if (roleOf(from) === undefined) issue(['messages', index, 'from'], `there is no speaker "${from}"`)
      if (deed.safeParse(id).success) issue(['messages', index, 'id'], `"${id}" is the name of an act; call the message something else`)
    })
    const pressed = messages.filter(({ from }) => roleOf(from) === 'contact')
    if (pressed.length === 0) issue(['messages'], 'at least one message is by a contact: it is the one that is pressed')
    else if (acts.some(({ id }) => id === 'keep') && pressed.every(({ photo }) => photo))
      issue(['messages'], 'a picture cannot be kept, so "keep" needs a message of a contact in words')
    acts.forEach(({ after, wait }, index) => {
      const earlier = acts.slice(0, index).map(({ id }) => id)
      const later = after?.find(id => !earlier.includes(id))
      if (later !== undefined) issue(['acts', index, 'after'], `"${later}" has to stand above it in the list`)
      if ((after === undefined) !== (wait === undefined))
        issue(['acts', index], '"after" and "wait" come together: what goes first, and what the app answers to who is too early')
    })
  })
  .describe('Practise an app\'s own tools on a message: keep, tell, leave, report, block. The app answers what each does, and what goes first.')

/** What has been done, in that order. */
export const answer = z.array(deed).max(5)

export type PracticeConfig = z.infer<typeof config>
export type PracticeAnswer = z.infer<typeof answer>
export type Deed = z.infer<typeof deed>
