/** The parts of a teacher pack that pupils get in their hands or sit in: on paper, cut out, in a hall. Older packs may lack them. */
import { z } from 'zod'
import { id, listOf, text } from '#activities/fields'
import { drawing } from '#activities/scene-schema'

const texts = (min: number, max: number) => z.array(text).min(min).max(max)

/** One page to keep. Who helps is taken from the help routes, and its words from the cards. */
const organiser = z.strictObject({
  /** What is so. */
  facts: texts(5, 8),
  /** Ids of cards. */
  words: z.array(id).min(5).max(8),
  /** What to do, step by step. */
  todo: texts(3, 6),
})

/** A word with its picture, for pupils who are new to English; the card has an empty line for the word in their own language. */
const card = z.strictObject({
  id,
  word: z.string().trim().min(1).max(24),
  meaning: z.string().trim().min(1).max(80),
  /** A symbol, an avatar, something that pupils sign in with, or a face: `face-sam-worried`. */
  picture: z.string().optional(),
  /** Or something composed of drawn parts. `like` takes over the picture of a screen or of a story's scene of the lesson. */
  scene: drawing.optional(),
}).refine(({ picture, scene }) => (picture === undefined) !== (scene === undefined), {
  path: ['picture'], message: 'a card has a picture or a scene, one of them',
})

/** Three short questions for the door, about the people in the lesson, and what a teacher listens for. */
const exitTicket = z.array(z.strictObject({ ask: z.string().trim().min(1).max(110), lookFor: text })).length(3)

const ASSEMBLY_MINUTES = 10

/** For a hall full of classes, without devices. Nobody is asked about themselves, and hands answer for the people in the story only. */
const assembly = z.strictObject({
  /** What it tells, in a sentence. */
  about: text,
  kit: texts(1, 5),
  steps: z.array(z.strictObject({ minutes: z.int().min(1).max(5), text })).min(3).max(6),
}).refine(({ steps }) => steps.reduce((sum, { minutes }) => sum + minutes, 0) === ASSEMBLY_MINUTES, {
  path: ['steps'], message: `the steps of an assembly take ${ASSEMBLY_MINUTES} minutes together`,
})

/**
 * What to do on the day after, in ten minutes, where many hold a belief: a screen to show, three steps, six cards to cut out. Its
 * text says "people" and never "some of you": nobody may feel meant.
 */
const tomorrow = listOf(z.strictObject({
  id,
  title: z.string().trim().min(1).max(80),
  /** Ids of the lesson's misconceptions; each that the quiz asks about stands in one of the list. */
  beliefs: z.array(id).min(1),
  /** The screen that is shown. */
  screen: id,
  steps: z.array(z.string().trim().min(1).max(220)).length(3),
  cards: z.array(z.string().trim().min(1).max(60)).length(6),
}), { min: 1, max: 8 })

export const lessonParts = {
  organiser: organiser.optional(),
  cards: listOf(card, { min: 8, max: 12 }).optional(),
  exitTicket: exitTicket.optional(),
  assembly: assembly.optional(),
  tomorrow: tomorrow.optional(),
}

/** What a pack has to have and an older one may lack, by the rule of the lint that asks for it. */
export const askedOfPacks = {
  'pack-organiser': 'organiser',
  'pack-cards': 'cards',
  'pack-exit-ticket': 'exitTicket',
  'pack-assembly': 'assembly',
  'pack-tomorrow': 'tomorrow',
} as const satisfies Record<string, keyof typeof lessonParts>

export type Card = z.infer<typeof card>
