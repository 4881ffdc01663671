/** SCORM 1.2: an attempt as values of `cmi.core`. Limits and vocabularies: SCORM 1.2 Run-Time Environment, §3.4. */
import { statusOf, type Attempt, type Status } from '#shared/attempt/attempt'
import type { Outline } from '#shared/lesson/outline'
import type { CmiPair } from '#shared/scorm/cmi-pair'
import { isOver, readPassMark, readPercent, reportedPercent, type CmiModel, type Held, type SessionFacts } from '#shared/scorm/cmi-model'
import { interaction12 } from '#shared/scorm/interaction'
import { timespan12 } from '#shared/scorm/times'

function held(get: (element: string) => string): Held {
  const status = get('cmi.core.lesson_status').trim().toLowerCase()
  const started = ['passed', 'completed', 'failed', 'incomplete', 'browsed'].includes(status)
  return {
    started,
    completed: status === 'passed' || status === 'completed',
    success: status === 'passed' || status === 'failed' ? status : null,
    // Asked only where there may be one: each call can take a while.
    percent: started && status !== 'incomplete' ? readPercent(get('cmi.core.score.raw')) : null,
    passMark: readPassMark(get('cmi.student_data.mastery_score'), 100),
  }
}

/** Never less than the LMS holds: passed stays passed, completed stays completed, and failed gives way only to a pass. */
function lessonStatus(outline: Outline, attempt: Attempt, held: Held): Status {
  const status = statusOf(outline, attempt)
  if (status === 'passed' || held.success === 'passed') return 'passed'
  if (held.completed) return 'completed'
  return status === 'incomplete' && held.success === 'failed' ? 'failed' : status
}

function values(outline: Outline, attempt: Attempt, { held, suspendData, seconds }: SessionFacts): CmiPair[] {
  // A score beside "incomplete" makes some LMSs settle the status by themselves.
  const percent = statusOf(outline, attempt) === 'incomplete' ? null : reportedPercent(outline, attempt, held)
  const score: CmiPair[] = percent === null
    ? []
    : [['cmi.core.score.min', '0'], ['cmi.core.score.max', '100'], ['cmi.core.score.raw', String(percent)]]
  return [
    ['cmi.core.lesson_status', lessonStatus(outline, attempt, held)],
    ...score,
    ['cmi.core.lesson_location', attempt.screenId],
    ['cmi.suspend_data', suspendData],
    ['cmi.core.exit', isOver(outline, attempt) ? '' : 'suspend'],
    ...(seconds === null ? [] : [['cmi.core.session_time', timespan12(seconds)]] satisfies CmiPair[]),
  ]
}

/**
 * Moodle reads a score as a number, so another spelling of it counts as the same: for one commit it is a hundredth less (of none,
 * a hundredth). A pass is told as "incomplete" first.
 */
function detour(pairs: readonly CmiPair[]): CmiPair[] {
  const others: Readonly<Record<string, (value: string) => string>> = {
    'cmi.core.lesson_status': () => 'incomplete',
    'cmi.core.score.raw': value => String(Math.abs(Math.round(Number(value) * 100 - 1) / 100)),
    'cmi.core.lesson_location': () => '',
    'cmi.core.exit': value => value === '' ? 'suspend' : '',
  }
  return pairs.flatMap(([element, value]) => others[element] ? [[element, others[element](value)] as const] : [])
}

export const cmi12: CmiModel = {
  detour,
  elements: {
    mode: 'cmi.core.lesson_mode',
    suspendData: 'cmi.suspend_data',
    status: 'cmi.core.lesson_status',
    result: /status|score/,
    interactionsCount: 'cmi.interactions._count',
    optional: ['cmi.core.score.min', 'cmi.core.score.max', 'cmi.core.exit', 'cmi.core.session_time'],
  },
  held,
  // Moodle turns "not attempted" into "completed" when the session ends, and a crash before the first save would lose the way back.
  opening: [['cmi.core.lesson_status', 'incomplete'], ['cmi.core.exit', 'suspend']],
  values,
  interaction: interaction12,
}
