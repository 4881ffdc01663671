/**
 * Every activity type's scorer and what it records, one line each: the one place that store and server ask. No zod here: the
 * player bundle holds it.
 */
import type { Outline, Records } from '#shared/lesson/outline'
import type { Remembered, Remembering } from '#shared/lesson/remembered'
import { underWay, type Outcome } from '#shared/attempt/score'
import type { ActivityType, AnswerOf, ConfigOf } from '#activities/schemas'
import type { Lesson, PlayerLesson, Screen } from '#activities/lesson'
import { isActivity } from '#activities/is-activity'
import type { Attempt } from '#shared/attempt/attempt'
import * as chat from '#activities/chat/score'
import * as check from '#activities/check/score'
import * as choice from '#activities/choice/score'
import * as choices from '#activities/choices/score'
import * as confidence from '#activities/confidence/score'
import * as content from '#activities/content/score'
import * as flags from '#activities/flags/score'
import * as gap from '#activities/gap/score'
import * as helpFinder from '#activities/help-finder/score'
import * as helpers from '#activities/helpers/score'
import * as hotspots from '#activities/hotspots/score'
import * as match from '#activities/match/score'
import * as order from '#activities/order/score'
import * as practiceType from '#activities/practice/score'
import * as profile from '#activities/profile/score'
import * as quiz from '#activities/quiz/score'
import * as rank from '#activities/rank/score'
import * as recap from '#activities/recap/score'
import * as reply from '#activities/reply/score'
import * as reveal from '#activities/reveal/score'
import * as scale from '#activities/scale/score'
import * as settings from '#activities/settings/score'
import * as sort from '#activities/sort/score'
import * as spread from '#activities/spread/score'
import * as story from '#activities/story/score'

interface Scoring<T extends ActivityType> {
  readonly records: Records
  /** Counts towards the lesson's score. */
  readonly graded: boolean
  readonly doneOnArrival: boolean
  readonly score: (config: ConfigOf<T>, answer: AnswerOf<T>) => Outcome
  /** Only where something of the answer is recorded: as a short text, and back. */
  readonly pack?: (answer: AnswerOf<T>) => string
  readonly unpack?: (config: ConfigOf<T>, packed: string) => AnswerOf<T> | null
  /** How a recorded answer that is told meets the one that is kept: what is known then, and whether that is kept instead. */
  readonly meet?: (
    config: ConfigOf<T>,
    kept: AnswerOf<T> | undefined,
    given: AnswerOf<T>,
  ) => { readonly answer: AnswerOf<T>, readonly stands: boolean }
  /** A recorded answer without what was chosen. */
  readonly hide?: (config: ConfigOf<T>, answer: AnswerOf<T>) => AnswerOf<T>
  /** One's own answer with what the server has counted. */
  readonly learn?: (mine: AnswerOf<T>, told: AnswerOf<T>) => AnswerOf<T>
  /** The choices that were made, where choices may set marks. Never of a type whose answer is recorded. */
  readonly chosen?: (config: ConfigOf<T>, answer: AnswerOf<T>) => readonly Remembering[]
}

/** What is only thought about leaves no trace at all: not the answer, and not that one was given. */
const thought = { records: 'nothing', graded: false, doneOnArrival: true } as const

/** Practice leaves no trace of what was chosen: only that it was done. */
const practice = { records: 'completion', graded: false, doneOnArrival: false } as const

const scorings: { readonly [T in ActivityType]: Scoring<T> } = {
  chat: { ...practice, score: chat.score, chosen: chat.chosen },
  check: { ...practice, records: 'place', score: check.score, pack: check.pack, unpack: check.unpack, meet: check.meet, hide: check.hide },
  choice: { ...practice, score: choice.score, chosen: choice.chosen },
  choices: { ...practice, score: choices.score, chosen: choices.chosen },
  confidence: { ...practice, score: confidence.score },
  content: { ...practice, doneOnArrival: true, score: content.score },
  flags: { ...practice, score: flags.score },
  gap: { ...practice, score: gap.score },
  'help-finder': { ...thought, score: helpFinder.score },
  helpers: { ...thought, score: helpers.score },
  hotspots: { ...practice, score: hotspots.score },
  match: { ...practice, score: match.score },
  order: { ...practice, score: order.score },
  practice: { ...practice, score: practiceType.score, chosen: practiceType.chosen },
  profile: { ...practice, score: profile.score },
  quiz: {
    records: 'answer',
    graded: true,
    doneOnArrival: false,
    score: quiz.score,
    pack: quiz.pack,
    unpack: quiz.unpack,
    meet: quiz.meet,
    hide: quiz.hide,
    learn: quiz.learn,
  },
  rank: { ...practice, score: rank.score },
  recap: { ...thought, score: recap.score, chosen: recap.chosen },
  reply: { ...practice, score: reply.score, chosen: reply.chosen },
  reveal: { ...practice, score: reveal.score },
  scale: { ...thought, score: scale.score },
  settings: { ...practice, score: settings.score },
  sort: { ...practice, score: sort.score },
  spread: { ...practice, score: spread.score, chosen: spread.chosen },
  story: { ...practice, score: story.score, chosen: story.chosen },
}

/** @returns what a type of activity records of a pupil */
export const recordsOf = (type: ActivityType): Records => scorings[type].records

/** An answer with what it amounts to, ready to be folded into an attempt. */
export interface ScoredAnswer {
  /** The answer as text where its type records it, else null. This is the only form of an answer that can be saved. */
  readonly packed: string | null
  readonly outcome: Outcome
}

/**
 * Scores an answer and leaves only what may be recorded of it.
 * Store and server both call this, so a claim from a browser is never taken for a score.
 */
export function scoredAnswer<T extends ActivityType>(config: ConfigOf<T>, answer: AnswerOf<T>): ScoredAnswer {
  const scoring = scorings[config.type as T]
  return {
    packed: scoring.pack?.(answer) ?? null,
    outcome: scoring.score(config, answer),
  }
}

/** @returns a recorded answer as the activity knows it, or null when it cannot be read */
export function unpackedAnswer<T extends ActivityType>(config: ConfigOf<T>, packed: string): AnswerOf<T> | null {
  return scorings[config.type as T].unpack?.(config, packed) ?? null
}

/**
 * Scores an answer that a device has told, together with what is kept of the same activity.
 * @param kept packed; undefined where there is none, and counted as none where it cannot be read
 * @returns as `scoredAnswer`; nothing is packed where the one that is kept stays
 */
export function metAnswer<T extends ActivityType>(config: ConfigOf<T>, kept: string | undefined, given: AnswerOf<T>): ScoredAnswer {
  const before = kept === undefined ? undefined : unpackedAnswer(config, kept) ?? undefined
  const { answer, stands } = scorings[config.type as T].meet?.(config, before, given) ?? { answer: given, stands: true }
  const scored = scoredAnswer(config, answer)
  return stands ? scored : { ...scored, packed: null }
}

/** @returns a packed answer without what was chosen, or null where nothing can be told of it */
export function hiddenAnswer<T extends ActivityType>(config: ConfigOf<T>, packed: string): string | null {
  const scoring = scorings[config.type as T]
  const answer = unpackedAnswer(config, packed)
  return answer !== null && scoring.hide && scoring.pack ? scoring.pack(scoring.hide(config, answer)) : null
}

/** @returns one's own packed answer with what the server has counted of it; as it was where there is nothing to learn */
export function learnedAnswer<T extends ActivityType>(config: ConfigOf<T>, mine: string, told: string): string {
  const scoring = scorings[config.type as T]
  const [own, other] = [unpackedAnswer(config, mine), unpackedAnswer(config, told)]
  return own !== null && other !== null && scoring.learn && scoring.pack ? scoring.pack(scoring.learn(own, other)) : mine
}

/** @returns whether the activity is complete with this answer */
export function isComplete<T extends ActivityType>(config: ConfigOf<T>, answer: AnswerOf<T> | undefined): boolean {
  const scoring = scorings[config.type as T]
  return scoring.doneOnArrival || (answer === undefined ? underWay : scoring.score(config, answer)).complete
}

/** @returns the choices that an answer holds, in order; none where they set no marks */
export function chosenIn<T extends ActivityType>(config: ConfigOf<T>, answer: AnswerOf<T>): readonly Remembering[] {
  return scorings[config.type as T].chosen?.(config, answer) ?? []
}

/** @returns what is remembered as a recap's answer, so that nobody has to say again what is still known */
export function recalledAnswer(screen: Screen, remembered: Remembered): ReturnType<typeof recap.recalled> {
  return screen.type === 'recap' ? recap.recalled(screen, remembered) : undefined
}

/** @returns whether something graded is done of which only the server can know the sum, since some of it was done elsewhere */
export function lacksSum(lesson: Lesson | PlayerLesson, attempt: Attempt): boolean {
  return Object.entries(attempt.answers).some(([screen, packed]) => isWithoutSum(lesson, screen, packed))
}

/** @returns the same of one screen's answer */
export function isWithoutSum(lesson: Lesson | PlayerLesson, screen: string, packed: string): boolean {
  const activity = lesson.screens.find(({ id }) => id === screen)
  const answer = activity && isActivity(activity) ? unpackedAnswer(activity, packed) : null
  if (!activity || !isActivity(activity) || answer === null || !scorings[activity.type].graded) return false
  const { complete, score } = scoredAnswer(activity, answer).outcome
  return complete && score === null
}

/** What a school can choose of how a lesson is judged. */
export type OutlineRules = Pick<Outline, 'completion' | 'endedCompletes'>

/** What the core needs to know of a lesson. */
export function outlineOf(lesson: Lesson | PlayerLesson, rules: OutlineRules = {}): Outline {
  return {
    lessonId: lesson.id,
    lessonVersion: lesson.version,
    passMark: lesson.passMark,
    ...rules,
    screens: lesson.screens.map((screen) => {
      if (!isActivity(screen)) return { id: screen.id, records: 'nothing', graded: false, doneOnArrival: true }
      const { records, graded, doneOnArrival } = scorings[screen.type]
      return { id: screen.id, records, graded, doneOnArrival }
    }),
  }
}
