import { z } from 'zod'
import { scene as drawnScene } from '#activities/scene-schema'
import { ending, id, known, listOf, option, otherWordings, picture, screenFields, speaker, speech, text } from '#activities/fields'

const words = {
  picture: picture.optional(),
  /** A picture composed of drawn parts, in the place of `picture`. */
  scene: drawnScene.optional(),
  /** What the narrator says. */
  text: z.array(text).min(1).max(4),
  speech: z.array(speech).max(3).optional(),
}

const scene = z.strictObject({
  id,
  ...words,
  when: otherWordings(words),
  choices: listOf(option.extend({ next: id, known }), { min: 2, max: 4 }).optional(),
  known,
  /** The next scene, where there is nothing to choose. */
  next: id.optional(),
  ending: ending.optional(),
}).refine(
  step => [step.choices, step.next, step.ending].filter(way => way !== undefined).length === 1,
  'a scene has either choices, or a next scene, or an ending',
)

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('story'),
  speakers: listOf(speaker, { min: 1, max: 6 }),
  scenes: listOf(scene, { min: 2, max: 16 }),
}).describe('A branching story in drawn scenes: the pupil chooses what the character does, and every path reaches help.')

/** The ids of the choices taken, in order; "go-on" where there was nothing to choose. */
export const answer = z.array(id).max(40)

export type StoryConfig = z.infer<typeof config>
export type StoryAnswer = z.infer<typeof answer>
