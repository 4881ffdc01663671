/** A lesson's teacher pack: what is its own, and what all packs share. Only the server reads them; pupils never get them. */
import { z } from 'zod'
import { id, text } from '#activities/fields'
import type { Lesson } from '#activities/lesson'
import { reviewedBy } from '#shared/lesson/reviews'
import { cardIssues } from './pack-cards.ts'
import { lessonParts } from './pack-parts.ts'

const texts = (min: number, max: number) => z.array(text).min(min).max(max)

/** The phases of one lesson, in the order in which they come. */
const phases = ['rules', 'baseline', 'input', 'interaction', 'discuss', 'quiz', 'close'] as const

const step = z.strictObject({
  phase: z.enum(phases),
  minutes: z.int().min(1).max(20),
  text,
  /** Screens that are looked at, by id, so that their titles come from the lesson. */
  screens: z.array(id).default([]),
})

/** A sitting in tutor time: from where the last one stopped up to and with this screen. */
const sitting = z.strictObject({
  minutes: z.int().min(10, 'a stopping point comes every 10 to 15 minutes').max(15, 'a stopping point comes every 10 to 15 minutes'),
  upTo: id,
  /** How to stop there, so that nobody goes away in the middle of a worry. */
  stop: text,
})

export const pack = z.strictObject({
  lesson: z.string(),
  /** The pack is signed off apart from its lesson: another person may know it better. */
  reviewedBy,
  locale: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/),
  /** All that fits on one page, for somebody who reads it while the class comes in. */
  start: z.strictObject({
    about: text,
    /** The people in the story, so that a teacher knows whom pupils talk about. */
    people: text,
    /** One sentence to say first. */
    say: text,
    /** What pupils should go away with. */
    remember: texts(2, 4),
    /** What is likely to come up, and a calm answer. */
    mayComeUp: z.array(z.strictObject({ if: text, then: text })).min(2).max(3),
  }),
  kit: texts(1, 6),
  plan: z.array(step).length(phases.length),
  sittings: z.array(sitting).min(2).max(5),
  discussion: z.array(z.strictObject({ screen: id, prompt: text, listenFor: text })).min(4).max(6),
  support: texts(2, 6),
  challenge: texts(2, 5),
  /** What pupils with SEND need in this lesson, screen by screen; what helps in every lesson is common. */
  send: texts(2, 6),
  noDevice: z.strictObject({
    kit: texts(1, 6),
    steps: z.array(z.strictObject({ minutes: z.int().min(1).max(20), text, screens: z.array(id).default([]) })).min(3).max(8),
  }),
  dsl: z.strictObject({
    content: texts(2, 6),
    /** Pupils for whom this lesson may be close to home. */
    thinkOf: texts(2, 6),
  }),
  parents: z.strictObject({
    about: text,
    /** Ways into a talk at home about this lesson. */
    talk: texts(2, 4),
  }),
  poster: text,
  ...lessonParts,
})

/** What is the same in every pack, once a language. */
export const packCommon = z.strictObject({
  locale: z.string(),
  fiveMinutes: texts(3, 6),
  rules: texts(5, 8),
  disclosure: texts(5, 9),
  images: texts(2, 5),
  sittings: texts(2, 4),
  questions: text,
  send: texts(5, 10),
  dsl: z.strictObject({
    intro: text,
    /** What the lead writes in by hand. */
    blanks: texts(4, 8),
    expect: texts(3, 6),
  }),
  letter: z.strictObject({
    opening: text,
    facts: texts(6, 10),
    calm: text,
    read: text,
    behaviour: text,
    closing: text,
  }),
  poster: z.strictObject({ steps: texts(3, 3), fault: text }),
  certificate: z.strictObject({ done: text, note: text }),
  checklist: texts(8, 12),
})

export type Pack = z.infer<typeof pack>
export type PackCommon = z.infer<typeof packCommon>

/** A lesson's own minutes are those of one pupil; talk in class comes on top. */
const WITH_TALK = 2

export interface PackProblem {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** @returns where a pack does not fit its lesson: screens that are not there, an order or timings that cannot work */
export function packProblems(pack: Pack, lesson: Lesson): PackProblem[] {
  const order = lesson.screens.map(screen => screen.id)
  const unknown = (screen: string) => `there is no screen "${screen}" in ${lesson.id}`
  const named: { path: PropertyKey[], screen: string }[] = [
    ...pack.plan.flatMap((step, index) => step.screens.map((screen, place) => ({ path: ['plan', index, 'screens', place], screen }))),
    ...pack.noDevice.steps.flatMap((step, index) =>
      step.screens.map((screen, place) => ({ path: ['noDevice', 'steps', index, 'screens', place], screen })),
    ),
    ...pack.sittings.map(({ upTo }, index) => ({ path: ['sittings', index, 'upTo'], screen: upTo })),
    ...pack.discussion.map(({ screen }, index) => ({ path: ['discussion', index, 'screen'], screen })),
    ...(pack.tomorrow ?? []).map(({ screen }, index) => ({ path: ['tomorrow', index, 'screen'], screen })),
  ]
  const problems: PackProblem[] = named
    .filter(({ screen }) => !order.includes(screen))
    .map(({ path, screen }) => ({ path, message: unknown(screen) }))
  pack.plan.forEach(({ phase }, index) => {
    if (phase !== phases[index]) problems.push({ path: ['plan', index, 'phase'], message: `here comes "${phases[index]}"` })
  })
  const minutes = pack.plan.reduce((sum, step) => sum + step.minutes, 0)
  if (minutes < lesson.minutes || minutes > lesson.minutes * WITH_TALK)
    problems.push({ path: ['plan'], message: `the plan takes ${minutes} minutes, the lesson ${lesson.minutes}: with class talk it takes that or up to twice as long` })
  const stops = pack.sittings.map(({ upTo }) => order.indexOf(upTo))
  if (stops.some((stop, index) => index > 0 && stop <= (stops[index - 1] ?? 0)))
    problems.push({ path: ['sittings'], message: 'the sittings follow the order of the screens' })
  const cards = pack.cards ?? []
  problems.push(...cardIssues(cards, lesson).map(({ path, message }) => ({ path: ['cards', ...path], message })))
  pack.organiser?.words.forEach((word, index) => {
    if (!cards.some(({ id }) => id === word))
      problems.push({ path: ['organiser', 'words', index], message: `there is no card "${word}": there are ${cards.map(({ id }) => id).join(', ')}` })
  })
  problems.push(...tomorrowProblems(pack, lesson))
  if (stops.at(-1) !== order.length - 1) problems.push({ path: ['sittings'], message: 'the last sitting goes up to the ending' })
  return problems
}

/** @returns beliefs that are none of the lesson's or stand there twice, and those of its quiz for which there is nothing to do */
function tomorrowProblems({ tomorrow }: Pack, { id, misconceptions, screens }: Lesson): PackProblem[] {
  if (!tomorrow) return []
  const named = tomorrow.flatMap(({ beliefs }, index) =>
    beliefs.map((belief, place) => ({ path: ['tomorrow', index, 'beliefs', place], belief })))
  const asked = screens.flatMap(screen => screen.type === 'quiz' ? screen.pool : [])
    .flatMap(({ options }) => options.flatMap(({ misconception = [] }) => misconception))
  return [
    ...named.flatMap(({ path, belief }, index) => [
      ...misconceptions.some(one => one.id === belief) ? [] : [{ path, message: `there is no misconception "${belief}" in ${id}` }],
      ...named.findIndex(other => other.belief === belief) < index ? [{ path, message: `"${belief}" stands here twice` }] : [],
    ]),
    ...[...new Set(asked)].filter(belief => !named.some(one => one.belief === belief))
      .map(belief => ({ path: ['tomorrow'], message: `nothing is planned for "${belief}", which the quiz asks about` })),
  ]
}
