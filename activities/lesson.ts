/** The schema of a lesson file, and the part of a lesson that reaches the pupil. */
import { z } from 'zod'
import { id, listOf, otherWordings, screenFields, screenWords, text } from '#activities/fields'
import { cover, person } from '#activities/scene-schema'
import { moduleIds } from '#shared/lesson/modules'
import { withMixedOptions } from '#activities/option-order'
import { activity, type ConfigOf } from '#activities/schemas'
import { bands, registerOf } from '#shared/lesson/bands'
import { chapterFaults } from '#shared/lesson/chapters'
import type { Art } from '#shared/scenes/art'
import { cast } from '#shared/scenes/cast'
import { compose } from '#shared/scenes/compose'
import { isFace } from '#shared/scenes/face-id'
import { faceFault } from '#shared/scenes/faces'
import { places } from '#shared/scenes/kit'
import type { Drawn } from '#shared/scenes/scene'
import { languageOf } from '#shared/text/language-of'
import { pictureIdsIn } from '#activities/pictures'
import { drawScenes, likeIssues, scenesIn, withWholeScenes } from '#activities/scenes'
import { reviewedBy } from '#shared/lesson/reviews'
import { SCREEN_LIMIT } from '#shared/attempt/suspend-data'

/**
 * The first screen: what this is about, how long, and that you can pause or leave. The promises themselves are fixed words of the
 * player.
 */
const opening = z.strictObject({
  ...screenFields,
  type: z.literal('opening'),
  /** "Today: people who lie online." */
  today: text,
  /** Whom the pupil will meet, with their faces: the person of the cast, and what they are called. */
  people: listOf(z.strictObject({ id: person, name: z.string().trim().min(1).max(16) }), { min: 2, max: 5 }).optional(),
})

/** A short, light closing activity away from the subject. */
const closing = z.array(text).min(1).max(4)

/** The last screen, always the same: one thing I'd do, never your fault, trusted adults, help, a calm close. */
const ending = z.strictObject({
  ...screenFields,
  type: z.literal('ending'),
  /** Things a pupil might do from now on; they pick one in their head, nothing is kept. */
  oneThing: listOf(z.strictObject({ id, text }), { min: 3, max: 6 }),
  closing,
  when: otherWordings({ ...screenWords, closing }),
})

const screen = z.union([opening, ending, activity])

/** Strand codes of Education for a Connected World and of RSHE, as docs/pedagogy.md names them and content/curriculum lists them. */
const frameworkCode = z
  .string()
  .regex(/^(?:OR|RP|PS)\d[a-z]?$|^KS3-(?:OR|PS)(?: [a-g])?$|^[PBSN]\d$/, 'use a code of the curriculum, for example "OR3a" or "P4"')

const lessonFields = z.strictObject({
  id: z.templateLiteral([z.enum(moduleIds), '-', z.enum(bands)]),
  module: z.enum(moduleIds),
  band: z.enum(bands),
  locale: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/),
  /** Goes up when the meaning of a screen or answer changes; a saved attempt of another version starts again. */
  version: z.int().min(1).max(9999),
  title: z.string().trim().min(1).max(80),
  summary: text,
  /** The picture that stands for the lesson in lists and on paper. */
  cover: cover.optional(),
  minutes: z.int().min(10).max(60),
  /** Whole per cent; null for none. */
  passMark: z.int().min(1).max(100).nullable().default(70),
  keywords: z.array(z.string().trim().min(1).max(40)).min(1).max(12),
  objectives: listOf(z.strictObject({ id, text, frameworks: z.array(frameworkCode).min(1) }), { min: 2, max: 8 }),
  misconceptions: listOf(z.strictObject({ id, text }), { min: 1, max: 20 }),
  glossary: listOf(z.strictObject({ id, term: z.string().trim().min(1).max(40), meaning: text }), { min: 0, max: 20 }),
  reviewedBy,
  screens: listOf(screen, { min: 3, max: SCREEN_LIMIT }),
})

export const lesson = lessonFields.superRefine((lesson, context) => {
  const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
  if (lesson.id !== `${lesson.module}-${lesson.band}`) issue(['id'], `the id of this lesson is "${lesson.module}-${lesson.band}"`)
  lesson.screens.forEach((screen, index) => {
    const isFirst = index === 0
    const isLast = index === lesson.screens.length - 1
    if (isFirst !== (screen.type === 'opening')) issue(['screens', index, 'type'], 'the first screen, and only the first, is the opening')
    if (isLast !== (screen.type === 'ending')) issue(['screens', index, 'type'], 'the last screen, and only the last, is the ending')
  })
  lesson.screens.forEach((screen, index) =>
    supportIssues(screen).forEach(({ path, message }) => issue(['screens', index, 'support', ...path], message)),
  )
  chapterFaults(lesson.screens).forEach(({ index, message }) => issue(['screens', index, 'chapter'], message))
  const quizzes = lesson.screens.filter(screen => screen.type === 'quiz')
  if (quizzes.length > 1) issue(['screens'], 'a lesson has one quiz at most')
  const checks = lesson.screens.filter(screen => screen.type === 'check')
  if (checks.length > 2) issue(['screens'], 'a lesson has two checks at most, one before and one after')
  pictureIssues(lesson).forEach(({ path, message }) => issue(path, message))
}).transform(lesson => ({ ...lesson, screens: withWholeScenes(lesson.screens) }))

/** Scenes and faces are of the lesson's register; scenes are like scenes that are there, and stand where no file stands. */
export function pictureIssues(
  { band, cover, screens }: Pick<z.infer<typeof lessonFields>, 'band' | 'cover'> & { readonly screens: readonly unknown[] },
): { path: (string | number)[], message: string }[] {
  const register = registerOf(band)
  const known = places[register]
  const pictures = [
    ...cover ? [{ scene: cover, path: ['cover'], besidePicture: false }] : [],
    ...scenesIn(screens).map(({ scene, path, besidePicture }) => ({ scene, path: ['screens', ...path], besidePicture })),
  ]
  const own = pictures.flatMap(({ scene, path, besidePicture }) => [
    ...besidePicture ? [{ path, message: 'a picture or a scene, not both' }] : [],
    ...scene.place === undefined || known.includes(scene.place)
      ? []
      : [{ path: [...path, 'place'], message: `there is no place "${scene.place}" for this age: there are ${known.join(', ')}` }],
    ...(scene.cast ?? []).flatMap(({ who }, index) => cast[who as keyof typeof cast].fig === register[0]
      ? []
      : [{ path: [...path, 'cast', index, 'who'], message: `"${who}" is drawn for other ages` }]),
  ])
  const faces = pictureIdsIn(screens, ['screens']).flatMap(({ id, path }) => {
    const message = isFace(id) ? faceFault(id, register) : undefined
    return message === undefined ? [] : [{ path, message }]
  })
  return [...own, ...faces, ...likeIssues(screens)]
}

/** What is wrong with the version of a screen that has less at once. It has to be a whole screen of the same type and id. */
function supportIssues({ support, ...screen }: Screen): { path: (string | number)[], message: string }[] {
  if (support === undefined) return []
  if (screen.type === 'opening' || screen.type === 'ending')
    return [{ path: [], message: 'the opening and the ending are the same for everybody' }]
  const fixed = ['id', 'type', 'support', 'objectives'].filter(name => name in support)
  if (fixed.length > 0) return fixed.map(name => ({ path: [name], message: 'stays as it is in the screen itself' }))
  const supported = activity.safeParse({ ...screen, ...support })
  if (!supported.success)
    return supported.error.issues.map(({ path, message }) => ({ path: path.filter(step => typeof step !== 'symbol'), message }))
  if (screen.type === 'quiz' && supported.data.type === 'quiz') return quizSupportIssues(screen, supported.data)
  return []
}

/** A quiz is scored alike for everybody, so its version with less at once may only leave options out. */
function quizSupportIssues(quiz: ConfigOf<'quiz'>, supported: ConfigOf<'quiz'>): { path: (string | number)[], message: string }[] {
  const isSame = supported.draw === quiz.draw && supported.pool.length === quiz.pool.length && supported.pool.every((item, index) => {
    const full = quiz.pool[index]
    return (
      item.id === full?.id
      && item.options.every(option => full.options.some(({ id, correct }) => id === option.id && correct === option.correct))
    )
  })
  return isSame
    ? []
    : [
        {
          path: ['pool'],
          message: 'asks the same items in the same order as the quiz, each with some of its options: only options may be left out',
        },
      ]
}

export type Lesson = z.infer<typeof lesson>
export type Screen = z.infer<typeof screen>
export type OpeningScreen = z.infer<typeof opening>
export type EndingScreen = z.infer<typeof ending>

/** A lesson as the player gets it: without what only teachers and authors need. */
export type PlayerLesson = Pick<Lesson, 'id' | 'band' | 'locale' | 'version' | 'title' | 'minutes' | 'passMark' | 'glossary' | 'screens'> & {
  /** Faces by their ids; none where the lesson shows none. */
  readonly faces?: Readonly<Record<string, Drawn>>
  /** What scenes and faces need once a page; none where the page has it already. */
  readonly art?: Art
}

/** @returns the lesson's cover as a picture; none where its author gave none */
export function coverOf({ cover, band, locale }: Lesson): Drawn | undefined {
  return cover && compose(cover, registerOf(band), languageOf(locale).direction === 'rtl')
}

/** @returns the first scene of a screen; the cover where it has none, undefined where there is no such screen */
export function sceneOf(lesson: Lesson, screenId: string): Drawn | undefined {
  const screen = withWholeScenes(lesson.screens).find(({ id }) => id === screenId)
  if (!screen) return undefined
  const [first] = scenesIn(screen)
  return first ? compose(first.scene, registerOf(lesson.band), languageOf(lesson.locale).direction === 'rtl') : coverOf(lesson)
}

/** @returns the same without what is known where: only the content lint reads that, and a package would tell whoever looks into it */
function withoutFacts<T>(node: T): T
function withoutFacts(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((member: unknown) => withoutFacts(member))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== 'known').map(([name, member]) => [name, withoutFacts(member)]))
}

/** @returns the part of a lesson that is sent to pupils */
export function playerLesson({ id, band, locale, version, title, minutes, passMark, glossary, screens }: Lesson): PlayerLesson {
  const people = screens.flatMap(screen => screen.type === 'opening' ? screen.people ?? [] : []).map(({ id }) => id)
  const played = withMixedOptions(withoutFacts(screens))
  const drawn = drawScenes(played, registerOf(band), languageOf(locale).direction === 'rtl', people)
  return { id, band, locale, version, title, minutes, passMark, glossary, ...drawn }
}
