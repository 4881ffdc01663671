/** A package's recorder as its tests start it. */
import type { Attempt } from '#shared/attempt/attempt'
import type { Saving } from '#shared/attempt/recorder'
import { decodeAttempt, encodeAttempt } from '#shared/attempt/suspend-data'
import { sessionFinder } from '../../../player/lms/find-session.ts'
import { scormRecorder, type ScormRecorderOptions } from '../../../player/lms/scorm-recorder.ts'
import { outline } from './attempts.ts'
import { fakeLms, fakeWindow, type FakeLms, type WindowFacts } from './fake-lms.ts'

export const elements = {
  1.2: {
    status: 'cmi.core.lesson_status',
    mode: 'cmi.core.lesson_mode',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    raw: 'cmi.core.score.raw',
  },
  2004: { status: 'cmi.completion_status', mode: 'cmi.mode', exit: 'cmi.exit', time: 'cmi.session_time', raw: 'cmi.score.raw' },
} as const

/** A recorder beside an LMS that writes down every call; @param values what the LMS holds already */
export function launch(
  version: '1.2' | '2004',
  values: Record<string, string> = {},
  onLate?: ScormRecorderOptions['onLate'],
  facts?: WindowFacts,
  options: Partial<ScormRecorderOptions> = {},
) {
  const lms = fakeLms(version, values)
  const page = fakeWindow(lms, version, facts)
  const recorder = scormRecorder({ outline, windowLike: page, findSession: sessionFinder(page, version), onLate, ...options })
  const savings: Saving[] = []
  recorder.onSaving(saving => savings.push(saving))
  return { lms, page, recorder, savings }
}

/** As a package of today counts, from a large number at random. */
export const SAVES = 5_000_007
export const saved = (attempt: Attempt, preferences = '') => ({ 'cmi.suspend_data': encodeAttempt(attempt, { preferences, saves: SAVES }) })
export const restored = (lms: FakeLms) => decodeAttempt(outline, lms.values['cmi.suspend_data'])
export const count = (lms: FakeLms, call: string) => lms.calls.filter(made => made === call).length
