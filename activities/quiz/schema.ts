import { z } from 'zod'
import { id, listOf, screenFields, symbol, text } from '#activities/fields'
import { HIDDEN, SKIPPED } from '#activities/quiz/skipped'

const item = z.strictObject({
  id,
  /** Id of the objective that it tests. */
  objective: id,
  /** A short scene, for items that ask what somebody in it could do or think. */
  vignette: text.optional(),
  question: text,
  options: listOf(z.strictObject({
    id,
    text,
    picture: symbol.optional(),
    feedback: text,
    correct: z.literal(true).optional(),
    /** Id of the misconception that a wrong option stands for. */
    misconception: id.optional(),
  // Three or four in a lesson (content lint); two in the version with less at once.
  }), { min: 2, max: 4 }).refine(
    options => options.filter(option => option.correct).length === 1,
    'exactly one option is correct',
  ),
})

export const config = z
  .strictObject({
    ...screenFields,
    type: z.literal('quiz'),
    /** How many items one go asks. */
    draw: z.int().min(3).max(20),
    pool: listOf(item, { min: 3, max: 40 }),
  })
  .refine(config => config.draw <= config.pool.length, 'draw asks for more items than the pool holds')
  .describe('The quiz at the end: items drawn from a pool with a stored seed, each answered once, with another go for whoever wants it.')

/** One go at the quiz. The seed decides which items come, and in which order they and their options stand. */
export const answer = z.strictObject({
  seed: z.int().min(0).max(0xFFFFFFFF),
  /** Counted from 1. */
  go: z.int().min(1).max(999),
  /** By item id: the chosen option, "-" where it was skipped, or "_" where it is done and not told. */
  responses: z.record(id, z.union([id, z.literal(SKIPPED), z.literal(HIDDEN)])),
  /** Points of the whole go, as the server counted them: only where some of it is not told here, and all of it is done. */
  total: z.int().min(0).max(20).optional(),
  /** The pupil ended the quiz here instead of having another go. */
  ended: z.boolean(),
})

export type QuizItem = z.infer<typeof item>
export type QuizConfig = z.infer<typeof config>
export type QuizAnswer = z.infer<typeof answer>
