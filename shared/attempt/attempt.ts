/** A pupil's try at a lesson: where they are, what is done and what the quiz score is, folded from events. */
import { keepsAnswer, screenOf, type Outline } from '#shared/lesson/outline'
import { hasOwnKey } from '#shared/attempt/has-own-key'
import { betterScore, passes, type Outcome, type Score } from '#shared/attempt/score'

/** How far a pupil got with one screen. Later words win over earlier ones, except that `done` stays. */
export type Mark = 'seen' | 'skipped' | 'done'

/** The four words of the player's `data-status`; SCORM 1.2 uses the same ones for `cmi.core.lesson_status`. */
export type Status = 'incomplete' | 'completed' | 'passed' | 'failed'

export interface Attempt {
  readonly lessonId: string
  readonly lessonVersion: number
  readonly screenId: string
  readonly marks: Readonly<Record<string, Mark>>
  /** Packed answers of activities that record them; of a check only how many of its questions are done. */
  readonly answers: Readonly<Record<string, string>>
  /** The best quiz score of all goes; another go never takes anything away. */
  readonly score: Score | null
  /** The pupil ended the quiz below the pass mark instead of having another go. */
  readonly ended: boolean
  /** The pupil pressed Finish on the last screen. */
  readonly finished: boolean
}

export type LessonEvent
  = | { readonly type: 'arrived', readonly screenId: string }
    | { readonly type: 'answered', readonly screenId: string, readonly packed: string | null, readonly outcome: Outcome }
    | { readonly type: 'skipped', readonly screenId: string }
    | { readonly type: 'finished' }

/** @returns an attempt that stands on the first screen and has nothing done */
export function newAttempt(outline: Outline): Attempt {
  const first = outline.screens[0]
  const fresh: Attempt = {
    lessonId: outline.lessonId,
    lessonVersion: outline.lessonVersion,
    screenId: first?.id ?? '',
    marks: {},
    answers: {},
    score: null,
    ended: false,
    finished: false,
  }
  return first ? fold(outline, fresh, { type: 'arrived', screenId: first.id }) : fresh
}

/**
 * The whole state machine: an attempt and an event make the next attempt.
 * An event that names a screen the lesson does not have changes nothing, so events from a storage or a network can be folded as they come.
 */
export function fold(outline: Outline, attempt: Attempt, event: LessonEvent): Attempt {
  if (event.type === 'finished') return { ...attempt, finished: true }
  const screen = screenOf(outline, event.screenId)
  if (!screen) return attempt
  switch (event.type) {
    case 'arrived':
      return {
        ...marked(attempt, screen.id, screen.doneOnArrival ? 'done' : markOf(attempt, screen.id) ?? 'seen'),
        screenId: screen.id,
      }
    case 'skipped':
      return marked(attempt, screen.id, 'skipped')
    case 'answered':
      return answered(attempt, event, screen)
  }
}

function answered(
  attempt: Attempt,
  { packed, outcome }: Extract<LessonEvent, { type: 'answered' }>,
  screen: Outline['screens'][number],
): Attempt {
  const next = outcome.complete ? marked(attempt, screen.id, 'done') : attempt
  return {
    ...next,
    answers: keepsAnswer(screen.records) && packed !== null
      ? { ...next.answers, [screen.id]: packed }
      : next.answers,
    score: screen.graded && outcome.complete ? betterScore(next.score, outcome.score) : next.score,
    ended: next.ended || (screen.graded && outcome.complete && outcome.ended),
  }
}

/** @returns undefined where nothing is known of the screen yet, be it called "constructor" */
function markOf({ marks }: Attempt, screenId: string): Mark | undefined {
  return hasOwnKey(marks, screenId) ? marks[screenId] : undefined
}

function marked(attempt: Attempt, screenId: string, mark: Mark): Attempt {
  const now = markOf(attempt, screenId)
  if (now === 'done' || now === mark) return attempt
  return { ...attempt, marks: { ...attempt.marks, [screenId]: mark } }
}

/** Completion and success, told apart as SCORM 2004 does. */
export interface Result {
  readonly completed: boolean
  /** Null while there is nothing to judge yet, or no pass mark. */
  readonly success: 'passed' | 'failed' | null
}

/**
 * What an attempt amounts to.
 * Passed counts from the moment the quiz is passed; failed only once the pupil has ended the quiz below the pass mark, and a
 * later pass replaces it. With the completion rule `quiz`, an attempt that ended below the mark is not complete, so that another
 * go stays possible.
 */
export function resultOf(outline: Outline, attempt: Attempt): Result {
  const isGraded = outline.screens.some(screen => screen.graded)
  const success = isGraded && outline.passMark !== null ? successOf(outline, attempt) : null
  if (outline.completion === 'screens') return { completed: outline.screens.every(({ id }) => hasOwnKey(attempt.marks, id)), success }
  if (!isGraded) return { completed: attempt.finished, success }
  const isSettled = outline.passMark === null ? attempt.score !== null : success === 'passed'
  return { completed: isSettled || (success === 'failed' && outline.endedCompletes === true), success }
}

function successOf(outline: Outline, attempt: Attempt): Result['success'] {
  if (attempt.score && passes(attempt.score, outline.passMark)) return 'passed'
  return attempt.ended ? 'failed' : null
}

/** Completion and success as the one word that SCORM 1.2 and the player's `data-status` have for both. */
export function statusOf(outline: Outline, attempt: Attempt): Status {
  const { completed, success } = resultOf(outline, attempt)
  if (success === 'failed') return 'failed'
  if (!completed) return 'incomplete'
  return success ?? 'completed'
}

/**
 * The score that may be reported: none until the quiz is passed, ended, or the lesson complete,
 * because an LMS that holds a mastery score turns any earlier raw score into "failed".
 */
export function reportableScore(outline: Outline, attempt: Attempt): Score | null {
  const { completed, success } = resultOf(outline, attempt)
  return completed || success !== null ? attempt.score : null
}
