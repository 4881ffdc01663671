/**
 * SCORM 2004, 3rd and 4th edition: an attempt as values of `cmi`. Completion and success are told apart, and the score is scaled
 * as well.
 */
import { resultOf, type Attempt } from '#shared/attempt/attempt'
import type { Outline } from '#shared/lesson/outline'
import type { CmiPair } from '#shared/scorm/cmi-pair'
import { isOver, readPassMark, readPercent, reportedPercent, type CmiModel, type Held, type SessionFacts } from '#shared/scorm/cmi-model'
import { interaction2004 } from '#shared/scorm/interaction'
import { interval2004 } from '#shared/scorm/times'

function held(get: (element: string) => string): Held {
  const completion = get('cmi.completion_status').trim().toLowerCase()
  const success = get('cmi.success_status').trim().toLowerCase()
  const isJudged = success === 'passed' || success === 'failed'
  return {
    started: completion === 'incomplete' || completion === 'completed' || isJudged,
    completed: completion === 'completed',
    success: isJudged ? success : null,
    // Asked only where there may be one: each call can take a while.
    percent: completion === 'completed' || isJudged ? readPercent(get('cmi.score.raw')) : null,
    passMark: readPassMark(get('cmi.scaled_passing_score'), 1),
  }
}

/**
 * Never taken back. By the rule `quiz`, an attempt below the pass mark stays incomplete beside the verdict "failed",
 * because several LMSs open a completed attempt for review only, and then another go could not be recorded.
 */
function completionStatus(outline: Outline, attempt: Attempt, held: Held): 'completed' | 'incomplete' {
  return held.completed || resultOf(outline, attempt).completed ? 'completed' : 'incomplete'
}

/** @returns null where there is nothing to judge: LMSs take "unknown" for granted */
function successStatus(outline: Outline, attempt: Attempt, held: Held): 'passed' | 'failed' | null {
  const { success } = resultOf(outline, attempt)
  return success === 'passed' || held.success === 'passed' ? 'passed' : success ?? held.success
}

/** @returns the share of screens that the pupil has come to, from 0 to 1; it names no branch, since a lesson has none among its screens */
function progress(outline: Outline, attempt: Attempt): string {
  if (isOver(outline, attempt)) return '1'
  return String(Math.round(100 * Object.keys(attempt.marks).length / outline.screens.length) / 100)
}

function values(outline: Outline, attempt: Attempt, { held, suspendData, seconds }: SessionFacts): CmiPair[] {
  const success = successStatus(outline, attempt, held)
  const percent = reportedPercent(outline, attempt, held)
  const score: CmiPair[] = percent === null
    ? []
    : [['cmi.score.min', '0'], ['cmi.score.max', '100'], ['cmi.score.raw', String(percent)], ['cmi.score.scaled', String(percent / 100)]]
  return [
    ['cmi.completion_status', completionStatus(outline, attempt, held)],
    ...(success === null ? [] : [['cmi.success_status', success]] satisfies CmiPair[]),
    ...score,
    ['cmi.location', attempt.screenId],
    ['cmi.progress_measure', progress(outline, attempt)],
    ['cmi.suspend_data', suspendData],
    ['cmi.exit', isOver(outline, attempt) ? 'normal' : 'suspend'],
    ...(seconds === null ? [] : [['cmi.session_time', interval2004(seconds)]] satisfies CmiPair[]),
  ]
}

export const cmi2004: CmiModel = {
  elements: {
    mode: 'cmi.mode',
    suspendData: 'cmi.suspend_data',
    status: 'cmi.completion_status',
    result: /status|score/,
    interactionsCount: 'cmi.interactions._count',
    optional: ['cmi.score.min', 'cmi.score.max', 'cmi.exit', 'cmi.session_time', 'cmi.progress_measure'],
  },
  held,
  // Suspend data comes back only after exit=suspend: said at once, in case the page is never closed properly.
  // The scale of the score is told now too, so that the save that tells the result stays short.
  opening: [['cmi.completion_status', 'incomplete'], ['cmi.exit', 'suspend'], ['cmi.score.min', '0'], ['cmi.score.max', '100']],
  values,
  interaction: interaction2004,
}
