/**
 * Where devices and server meet over an attempt: what devices tell is folded into it, every answer scored again, and what a
 * device may know goes back.
 */
import type { AttemptChange } from '#shared/attempt/attempt-changes'
import { fold, type Attempt } from '#shared/attempt/attempt'
import { hasOwnKey } from '#shared/attempt/has-own-key'
import { screenOf, type Outline } from '#shared/lesson/outline'
import { betterScore } from '#shared/attempt/score'
import type { Lesson, PlayerLesson } from '#activities/lesson'
import { isActivity } from '#activities/is-activity'
import { hiddenAnswer, isWithoutSum, learnedAnswer, metAnswer, unpackedAnswer } from '#activities/scoring'

/**
 * Folds one change.
 * Two devices meet by this rule: what is done stays done; of two answers to the quiz the later go counts, in one go what both
 * have answered together; the best score of all stays; the pupil stands where they last arrived, but a tab or device that had
 * stayed behind takes nobody back. A change that the lesson does not know changes nothing.
 */
export function foldChange(lesson: Lesson | PlayerLesson, outline: Outline, attempt: Attempt, change: AttemptChange): Attempt {
  if (change.kind === 'finished') return fold(outline, attempt, { type: 'finished' })
  const known = screenOf(outline, change.screen)
  if (!known) return attempt
  if (change.kind === 'arrived') {
    const arrived = fold(outline, attempt, { type: 'arrived', screenId: change.screen })
    return isBehind(outline, attempt, change) ? { ...arrived, screenId: attempt.screenId } : arrived
  }
  if (change.kind === 'answered') return foldAnswer(lesson, outline, attempt, change)
  // What is scored is done when its answer says so, not when a device does.
  if (change.mark === 'done' && known.graded) return attempt
  return withMark(attempt, change.screen, change.mark)
}

/** @returns why a change can be none of this lesson, or null where it can */
export function problemOf(lesson: Lesson | PlayerLesson, outline: Outline, change: AttemptChange): 'unknown-screen' | 'impossible' | null {
  if (change.kind === 'finished') return null
  if (!screenOf(outline, change.screen)) return 'unknown-screen'
  if (change.kind !== 'answered') return null
  const activity = lesson.screens.find(({ id }) => id === change.screen)
  return activity && isActivity(activity) && unpackedAnswer(activity, change.packed) !== null ? null : 'impossible'
}

/**
 * Whoever goes back goes from where the pupil stands. What goes back from elsewhere was left open there, and the pupil has gone
 * on since.
 */
function isBehind({ screens }: Outline, { screenId }: Attempt, { screen, from }: Extract<AttemptChange, { kind: 'arrived' }>): boolean {
  const placeOf = (id: string) => screens.findIndex(one => one.id === id)
  return from !== undefined && from !== screenId && placeOf(screen) < placeOf(screenId)
}

function withMark(attempt: Attempt, screen: string, mark: Attempt['marks'][string]): Attempt {
  const now = hasOwnKey(attempt.marks, screen) ? attempt.marks[screen] : undefined
  // Skipped is more than seen: two devices may tell both, in any order.
  if (now === mark || now === 'done' || (now === 'skipped' && mark === 'seen')) return attempt
  return { ...attempt, marks: { ...attempt.marks, [screen]: mark } }
}

function foldAnswer(
  lesson: Lesson | PlayerLesson,
  outline: Outline,
  attempt: Attempt,
  { screen, packed }: { screen: string, packed: string },
): Attempt {
  const activity = lesson.screens.find(({ id }) => id === screen)
  if (!activity || !isActivity(activity)) return attempt
  const answer = unpackedAnswer(activity, packed)
  if (answer === null) return attempt
  const kept = hasOwnKey(attempt.answers, screen) ? attempt.answers[screen] : undefined
  // An older go still counts for the score; only the answer that is kept stays the newer one.
  return fold(outline, attempt, { type: 'answered', screenId: screen, ...metAnswer(activity, kept, answer) })
}

/**
 * What a device is told of an attempt: the place, the draw of the quiz, what is done, and the sum. Nothing of what was chosen, or
 * of where the pupil only looked or passed by: somebody else may be sitting there with the pupil's pictures.
 */
export function withoutChoices(lesson: Lesson | PlayerLesson, attempt: Attempt): Attempt {
  const answers = Object.entries(attempt.answers).flatMap(([screen, packed]) => {
    const activity = lesson.screens.find(({ id }) => id === screen)
    const hidden = activity && isActivity(activity) ? hiddenAnswer(activity, packed) : null
    return hidden === null ? [] : [[screen, hidden]]
  })
  const marks = Object.entries(attempt.marks).filter(([, mark]) => mark === 'done')
  return { ...attempt, marks: Object.fromEntries(marks), answers: Object.fromEntries(answers) }
}

/**
 * What a device learns from what it is told: the sums that it lacks.
 * @returns the device's attempt, the same object where there is nothing to learn
 */
export function withSums(lesson: Lesson | PlayerLesson, mine: Attempt, told: Attempt): Attempt {
  const learned = Object.entries(mine.answers).flatMap(([screen, packed]) => {
    const activity = lesson.screens.find(({ id }) => id === screen)
    const other = hasOwnKey(told.answers, screen) ? told.answers[screen] : undefined
    if (other === undefined || !activity || !isActivity(activity) || !isWithoutSum(lesson, screen, packed)) return []
    return [[screen, learnedAnswer(activity, packed, other)] as const]
  })
  if (learned.length === 0) return mine
  return {
    ...mine,
    answers: { ...mine.answers, ...Object.fromEntries(learned) },
    score: betterScore(mine.score, told.score),
    ended: mine.ended || told.ended,
  }
}
