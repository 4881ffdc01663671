import { z } from 'zod'
import { id, listOf, screenFields, text } from '#activities/fields'

export const verdict = z.enum(['seems-fine', 'cannot-tell', 'something-off'])

const profile = z.strictObject({
  id,
  name: z.string().trim().min(1).max(40),
  /** Picture id for the round picture; without one it shows initials. */
  picture: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).optional(),
  alt: z.string().trim().min(1).max(160),
  app: z.string().trim().min(1).max(30),
  details: listOf(z.strictObject({
    id,
    /** "Age", "Likes", "Last message" … */
    label: z.string().trim().min(1).max(40),
    text,
    /** Something in how they behave, or that does not fit. */
    clue: z.boolean(),
    /** Looks odd although there is nothing in it. */
    odd: z.boolean().optional(),
    feedback: text,
  }), { min: 2, max: 6 }),
  truth: z.enum(['genuine', 'pretending']),
  feedback: z.strictObject({ 'seems-fine': text, 'cannot-tell': text, 'something-off': text }),
})

export const config = z
  .strictObject({
    ...screenFields,
    type: z.literal('profile'),
    question: text,
    profiles: listOf(profile, { min: 1, max: 4 }),
  })
  .describe(
    'Look closely at invented profiles. There is always a liar without a single clue and a genuine person who looks odd, because the point is that a profile cannot tell you: how somebody behaves can.',
  )

/** By profile id: which details stand open, and the verdict once there is one. */
export const answer = z.record(id, z.strictObject({ looked: z.array(id).max(6), verdict: verdict.optional() }))

export type Verdict = z.infer<typeof verdict>
export type ProfileConfig = z.infer<typeof config>
export type ProfileAnswer = z.infer<typeof answer>
