/** Pieces that the schemas of several activity types share. */
import { z } from 'zod'
import { chapters } from '#shared/lesson/chapters'
import { ID_LIMIT } from '#shared/attempt/suspend-data'
import { facts } from '#shared/lesson/facts'
import { scene } from '#activities/scene-schema'

/** A stable name inside a lesson. It never changes once shipped: saved answers point at it. */
export const id = z.string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens, for example "kicka-scout"')
  .max(ID_LIMIT)

/** A line or paragraph that people read. May hold **strong** words and [[glossary terms]]. */
export const text = z.string().trim().min(1).max(600)

/** A list in which every member has its own id. */
export function listOf<T extends z.ZodType<{ id: string }>>(member: T, { min, max }: { min: number, max: number }) {
  return z.array(member).min(min).max(max).refine(
    list => new Set(list.map(entry => entry.id)).size === list.length,
    'two members of this list have the same id',
  )
}

/**
 * By mark, a value: "told-first: mr-bell". On a choice it is what is remembered of it, until the end of the sitting and in memory
 * only; in `when` it is what another wording stands for.
 */
export const remember = z.record(id, id).refine(marks => Object.keys(marks).length > 0, 'name a mark and its value')

/**
 * Other wordings for what was chosen earlier in the sitting. The first whose marks are all remembered takes the place of the fields
 * beside `when`; those are the neutral wording, for whoever skipped, resumed or comes back.
 * @param words the fields that may read otherwise
 */
export function otherWordings<S extends z.core.$ZodShape>(words: S) {
  return z.array(z.strictObject(words).partial().extend({ remembered: remember })).min(1).max(8).optional()
}

/** A picture from content/pictures, with the words that stand in for it. An empty alternative text marks it as decoration. */
export const picture = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  alt: z.string().trim().max(240),
})

/**
 * The bare id of a picture that stands beside words and says nothing more than they do, for pupils who read little: "symbol-tell", or
 * somebody's face, "face-sam-worried".
 */
export const symbol = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

/** Somebody who speaks in a chat or story. */
export const speaker = z.strictObject({
  id,
  name: z.string().trim().min(1).max(40),
  /** A face ("face-sam", "face-sam-worried") or an avatar ("avatar-fox"); without one the app shows initials. */
  picture: symbol.optional(),
  /** `me`: the character whose part the pupil takes. `contact`: somebody known only online. `friend`: somebody known and meant well. */
  role: z.enum(['me', 'contact', 'friend']),
})

/** What somebody says in a story. */
export const speech = z.strictObject({ from: id, text, when: otherWordings({ text }) })

/** What somebody writes or says in an app. */
export const message = speech.extend({
  /** It is a voice note of so many seconds. Its words stand open below it, and a device with a voice of its own can say them. */
  voice: z.int().min(1).max(120).optional(),
})

/** An app of our own invention, in which something happens. */
export const inventedApp = z.strictObject({
  /** An invented name, never a real product's. */
  name: z.string().trim().min(1).max(30),
  /** Which of our invented looks it has. `server`, `live` and `group` are for many: a server or lobby, a stream's comments, a group. */
  look: z.enum(['game', 'football', 'pets', 'video', 'plain', 'server', 'live', 'group']),
  place: text.optional(),
})

/**
 * How a choice turns out. Never "right" or "wrong": a thoughtful one gets a warm word, a risky one "what might happen next" and a way back,
 * an unsure one is told that not knowing and asking is fine.
 */
export const tone = z.enum(['thoughtful', 'risky', 'unsure'])

/** One way to answer, with its own feedback: why, and what next. */
export const option = z.strictObject({
  id,
  text,
  picture: symbol.optional(),
  tone,
  feedback: text,
  /** It speaks of the others ("A bit of both"), so it stays behind them: pupils meet options mixed. */
  last: z.literal(true).optional(),
  remember: remember.optional(),
  when: otherWordings({ text, feedback: text }),
  /** Whose fault it is not, below the feedback and apart from it: "Rex chose to ask. None of this is Maya's fault." */
  aside: z.string().trim().min(1).max(110).optional(),
})

/**
 * What becomes known here, at a step or by a choice: every ending that this leads to has to answer it (shared/lesson/facts.ts). Only
 * the content lint reads it.
 */
export const known = z.array(z.enum(facts)).min(1).optional()

/** Where a path of a branching activity ends. Every path has to end with help. */
export const ending = z.strictObject({
  /** What happens. */
  text,
  /** How help is reached: who is told, and what they do. */
  help: text,
  when: otherWordings({ text, help: text }),
})

/** What a pupil reads and sees on every screen. */
export const screenWords = {
  title: z.string().trim().min(1).max(80),
  /** What the pupil reads before doing something. One idea; a paragraph an entry. */
  text: z.array(text).max(5).optional(),
  picture: picture.optional(),
  /** A picture composed of drawn parts; a screen has this or `picture`. */
  scene: scene.optional(),
}

/** What every screen has, whatever its type. */
export const screenFields = {
  id,
  ...screenWords,
  when: otherWordings(screenWords),
  /** The chapter that begins with this screen. */
  chapter: z.enum(chapters).optional(),
  /** The second sitting begins here: before it is a good place for a break. */
  startsSitting: z.literal(true).optional(),
  /** Ids of the lesson's objectives that this screen practises. */
  objectives: z.array(id).optional(),
  /**
   * The same screen for pupils who need less at once: fields of this type that take the place of those above,
   * most often two options with symbols. Pupils choose it under "Make it easier to read"; activities/lesson.ts checks it.
   */
  support: z.record(z.string(), z.unknown()).optional(),
}

export type InventedApp = z.infer<typeof inventedApp>
export type Tone = z.infer<typeof tone>
export type Speaker = z.infer<typeof speaker>
export type Ending = z.infer<typeof ending>
