/** The schema of a scene: what an author writes for a picture that is composed of drawn parts. */
import { z } from 'zod'
import { personNames, places, thingNames } from '#shared/scenes/kit'
import { arms, extras, focuses, lights, moods, poses, spots, stances, tints, views, type Scene } from '#shared/scenes/scene'

/** A name that is not there is told with those that are. */
function oneOf<const T extends readonly string[]>(what: string, names: T) {
  return z.enum(names, { error: ({ input }) => `there is no ${what} "${String(input)}": there are ${names.join(', ')}` })
}

const point = z.tuple([z.number().min(-120).max(520), z.number().min(-60).max(480)])
const at = z.union([z.enum(spots), point], { error: 'say left, middle, right or a point, for example [200, 312]' })
const size = z.number().min(0.2).max(3).optional()
export const person = oneOf('person', personNames)
const thing = oneOf('thing', thingNames)

const prop = z.strictObject({
  is: thing,
  at,
  size,
  flip: z.boolean().optional(),
  /** Degrees, clockwise. */
  turn: z.number().min(-180).max(180).optional(),
  /** Before the people. */
  front: z.boolean().optional(),
  /** A lantern that is lit, a king that is dark. */
  tint: oneOf('tint', tints).optional(),
  /** A word painted on it: a name on a mug. */
  label: z.string().trim().min(1).max(16).optional(),
})

const actor = z.strictObject({
  who: person,
  at,
  size,
  looks: z.enum(['left', 'right']).optional(),
  pose: oneOf('pose', Object.keys(poses) as (keyof typeof poses)[]).optional(),
  /** Where no pose fits: what the left and the right arm do. */
  arms: z.tuple([oneOf('arm', arms), oneOf('arm', arms)]).optional(),
  /** A full figure. Without it the body runs on below the frame. */
  legs: oneOf('stance', stances).optional(),
  mood: oneOf('mood', moods).optional(),
  holds: thing.optional(),
  /** Only where it differs from what this person always rides. */
  rides: oneOf('ride', ['wheelchair', 'walker', 'crutch', 'none']).optional(),
  wears: oneOf('thing to wear', extras).optional(),
  view: oneOf('view', views).optional(),
  front: z.boolean().optional(),
})

const box = z.tuple([z.number().min(-120), z.number().min(-60), z.number().min(60), z.number().min(60)])

/** What is drawn, with the words that stand in for it. docs/pictures.md shows every part. */
const picture = z.strictObject({
  /** What is to be seen, for whoever does not see it. */
  alt: z.string().trim().min(1, 'say what is to be seen').max(240),
  place: oneOf('place', [...new Set([...places.warm, ...places.clear])]).optional(),
  light: oneOf('light', lights).optional(),
  /** What has to be in view in a frame of any shape: wide, medium, close, or x, y, width and height in the field of 400 x 320. */
  focus: z.union([z.enum(focuses), box], { error: 'say wide, medium, close, or [x, y, width, height]' }).optional(),
  props: z.array(prop).max(16).optional(),
  cast: z.array(actor).max(6).optional(),
  glow: z.boolean().optional(),
})

/** A picture of a lesson, composed of drawn parts. */
export const scene = picture.extend({
  /** The id of a screen or of a story's scene: what is not drawn otherwise here is as it is there. */
  like: z.string().optional(),
  caption: z.string().trim().min(1).max(32).optional(),
  says: z.strictObject({
    by: z.string().trim().min(1).max(24),
    text: z.string().trim().min(1).max(72),
    at: z.enum(['left', 'right']).optional(),
  }).optional(),
}).meta({ id: 'scene' }).refine(({ like, place }) => like !== undefined || place !== undefined, { path: ['place'], message: 'a scene has a place, or is like another' })
  .transform((given): Scene => given)

/** The picture that stands for a whole lesson: a place and people, without words of its own. */
export const cover = picture.required({ place: true }).meta({ id: 'cover' }).transform((given): Scene => given)

/** A picture of drawn parts beside words that say the same: things alone, or a place and people. */
export const drawing = picture.omit({ alt: true }).extend({ like: z.string().optional() })
