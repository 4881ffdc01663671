/** The server's side of an attempt: folds what devices tell into it, and scores every answer again with the player's own core. */
import type { AttemptChange } from '#shared/attempt-changes'
import { fold, type Attempt } from '#shared/attempt'
import { own } from '#shared/own'
import { screenOf, type Outline } from '#shared/outline'
import type { Lesson, PlayerLesson } from '#activities/lesson'
import { isActivity, isNewerAnswer, scoredAnswer, unpackedAnswer } from '#activities/scoring'

/**
 * Folds one change.
 * Two devices meet by this rule: what is done stays done; of two answers to the quiz the later go counts, in one go the one with more answered;
 * the best score of all stays; the pupil stands where they last arrived, but a tab or device that had stayed behind takes nobody back.
 * A change that the lesson does not know changes nothing.
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

/** Whoever goes back goes from where the pupil stands. What goes back from elsewhere was left open there, and the pupil has gone on since. */
function isBehind({ screens }: Outline, { screenId }: Attempt, { screen, from }: Extract<AttemptChange, { kind: 'arrived' }>): boolean {
  const placeOf = (id: string) => screens.findIndex(one => one.id === id)
  return from !== undefined && from !== screenId && placeOf(screen) < placeOf(screenId)
}

function withMark(attempt: Attempt, screen: string, mark: Attempt['marks'][string]): Attempt {
  const now = own(attempt.marks, screen) ? attempt.marks[screen] : undefined
  // Skipped is more than seen: two devices may tell both, in any order.
  if (now === mark || now === 'done' || (now === 'skipped' && mark === 'seen')) return attempt
  return { ...attempt, marks: { ...attempt.marks, [screen]: mark } }
}

function foldAnswer(lesson: Lesson | PlayerLesson, outline: Outline, attempt: Attempt, { screen, packed }: { screen: string, packed: string }): Attempt {
  const activity = lesson.screens.find(({ id }) => id === screen)
  if (!activity || !isActivity(activity)) return attempt
  const answer = unpackedAnswer(activity, packed)
  if (answer === null) return attempt
  const scored = scoredAnswer(activity, answer)
  const kept = own(attempt.answers, screen) ? attempt.answers[screen] : undefined
  const isKept = kept !== undefined && !isNewerAnswer(activity, kept, packed)
  // An older go still counts for the score; only the answer that is kept stays the newer one.
  return fold(outline, attempt, { type: 'answered', screenId: screen, packed: isKept ? null : scored.packed, outcome: scored.outcome })
}
