/**
 * What is done on the screens after the opening: components and scoring, which come in a script of their own while that is read.
 * The player's build takes this in the place of activities/scoring.ts and components/lesson/late-parts.ts.
 */
import { shallowReactive, shallowRef } from 'vue'
import { atHand } from '#activities/at-hand'
import type { components } from '#activities/components'
import type { lateParts as frameParts } from '../components/lesson/late-parts'
import type { OpeningData } from './package-data'

type Scoring = typeof import('#activities/scoring')

/** What the second script brings of `#activities/scoring`. */
export type LateScoring = Pick<Scoring, 'chosenIn' | 'isComplete' | 'lacksSum' | 'recalledAnswer' | 'scoredAnswer' | 'unpackedAnswer'>

const scoring = shallowRef<LateScoring>()

/** Of the frame, the same (components/lesson/late-parts.ts). */
export const lateParts = shallowReactive<Partial<typeof frameParts>>({})

/** Takes them all at once. The whole lesson is there before: they look inside its screens. */
export function takeActivities(brought: {
  readonly components: typeof components
  readonly lateParts: typeof frameParts
  readonly scoring: LateScoring
}): void {
  scoring.value = brought.scoring
  Object.assign(lateParts, brought.lateParts)
  Object.assign(atHand, brought.components)
}

/** Answers are given to components, so they are never there before these. */
export const scoredAnswer: Scoring['scoredAnswer'] = (config, answer) => {
  if (!scoring.value) throw new Error('An answer came before what scores it.')
  return scoring.value.scoredAnswer(config, answer)
}
export const unpackedAnswer: Scoring['unpackedAnswer'] = (config, packed) => scoring.value?.unpackedAnswer(config, packed) ?? null
export const isComplete: Scoring['isComplete'] = (config, answer) => scoring.value?.isComplete(config, answer) ?? false
export const chosenIn: Scoring['chosenIn'] = (config, answer) => scoring.value?.chosenIn(config, answer) ?? []
export const recalledAnswer: Scoring['recalledAnswer'] = (screen, remembered) => scoring.value?.recalledAnswer(screen, remembered)
export const lacksSum: Scoring['lacksSum'] = (lesson, attempt) => scoring.value?.lacksSum(lesson, attempt) ?? false

/** The page says what each screen records, since the types are not here to be asked. */
export const outlineOf: Scoring['outlineOf'] = (lesson, rules = {}) => ({
  lessonId: lesson.id,
  lessonVersion: lesson.version,
  passMark: lesson.passMark,
  ...rules,
  screens: (lesson as OpeningData['lesson']).outline,
})
