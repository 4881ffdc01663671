import { z } from 'zod'
import type { Scene } from '#shared/scenes/scene'
import { scene } from '#activities/scene-schema'
import { id, listOf, picture, screenFields, symbol, text, tone } from '#activities/fields'

/** Two targets of 44 px on a picture as narrow as a phone shows it must not touch: about this much of its width or height apart. */
const APART = 14

const hasShape = ({ focus }: Scene) => typeof focus === 'object' && Math.abs(focus[2] / focus[3] - 1.6) < 0.01
const shapeMessage = { path: ['focus'], message: 'give x, y, width and height, the width 1.6 times the height' }

const share = z.number().min(4).max(96)

export const config = z.strictObject({
  ...screenFields,
  type: z.literal('hotspots'),
  /** What is looked at: a file of 640 x 400, or a scene, whose focus has that shape too, so that spots stay where they are. */
  view: z.union([z.strictObject({ picture }), z.strictObject({ scene: scene.refine(hasShape, shapeMessage) })]),
  question: text,
  spots: listOf(z.strictObject({
    id,
    label: z.string().trim().min(1).max(60),
    /** Where on the picture, in per cent of its width from the left and of its height from the top. */
    x: share,
    y: share,
    picture: symbol.optional(),
    tone,
    feedback: text,
  }), { min: 2, max: 6 }),
}).superRefine(({ spots }, context) => {
  spots.forEach((spot, index) => {
    const near = spots.slice(0, index).find(other => Math.abs(other.x - spot.x) < APART && Math.abs(other.y - spot.y) < APART)
    if (near)
      context.addIssue({
        code: 'custom',
        path: ['spots', index, 'x'],
        message: `lies on "${near.id}": keep spots ${APART} per cent apart, in x or in y`,
      })
  })
}).describe('Places on a picture to look at more closely, each with a thought about it.')

/** The ids of the spots looked at so far. */
export const answer = z.array(id).max(6)

export type HotspotsConfig = z.infer<typeof config>
export type HotspotsAnswer = z.infer<typeof answer>
