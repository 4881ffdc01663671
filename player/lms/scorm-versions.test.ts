/** A package is replaced by one with a newer version of its lesson, while pupils are at it and after they have finished. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Attempt } from '#shared/attempt/attempt'
import { encodeAttempt } from '#shared/attempt/suspend-data'
import { attempts } from '../../tests/support/packages/attempts'
import { elements, launch, SAVES } from '../../tests/support/packages/launch-recorder'

/** What an LMS holds after a visit that ended with this attempt, at the version before today's. */
async function visitBefore(version: '1.2' | '2004', attempt: Attempt): Promise<Record<string, string>> {
  const { lms, page, recorder } = launch(version)
  await recorder.resume()
  recorder.record(attempt)
  if (attempt.finished) recorder.finish(attempt)
  page.leave()
  return { ...lms.values, 'cmi.suspend_data': encodeAttempt({ ...attempt, lessonVersion: 1 }, { saves: SAVES }) }
}

describe.each(['1.2', '2004'] as const)('a new version of a lesson under SCORM %s', (version) => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const { status, raw } = elements[version]
  const success = 'cmi.success_status'
  const results = ({ calls }: { calls: string[] }, element: string) =>
    calls.flatMap(call => call.startsWith(`SetValue ${element}=`) ? [call.split('=')[1]] : [])
  const isResult = new Set(version === '1.2' ? ['passed'] : ['completed', 'passed'])

  it('tells whoever had finished that this stays, and lowers no status and no score, opened, left and finished with less', async () => {
    let values = await visitBefore(version, attempts.passedAndFinished)
    const had = { [status]: values[status], [raw]: '100', ...(version === '2004' ? { [success]: 'passed' } : {}) }
    expect(values).toMatchObject(had)
    const { underWay, passed, passedAfterEnding, ended, endedAndFinished } = attempts
    for (const now of [[], [underWay], [passed, passedAfterEnding], [ended, endedAndFinished]]) {
      const { lms, page, recorder } = launch(version, values)
      expect(await recorder.resume()).toEqual({ kind: 'fresh', reason: 'updated-finished' })
      now.forEach(attempt => recorder.record(attempt))
      const last = now.at(-1)
      if (last?.finished) recorder.finish(last)
      page.leave()
      // Not for a moment either: an LMS may never hear the next value.
      for (const element of [status, success]) expect(results(lms, element).filter(value => !isResult.has(value ?? ''))).toEqual([])
      expect(results(lms, raw).filter(value => Number(value) < 100)).toEqual([])
      expect(lms.values).toMatchObject(had)
      // The same every time: what is saved on the way is of the new version.
      values = { ...lms.values, 'cmi.suspend_data': values['cmi.suspend_data'] ?? '' }
    }
  })

  it('begins again for whoever was under way, and a better score counts', async () => {
    const values = await visitBefore(version, attempts.ended)
    expect(values).toMatchObject({ [raw]: '50' })
    const { lms, page, recorder } = launch(version, values)
    expect(await recorder.resume()).toEqual({ kind: 'fresh', reason: 'updated' })
    recorder.record(attempts.underWay)
    expect(lms.values[raw]).toBe('50')
    recorder.record(attempts.passed)
    page.leave()
    expect(lms.values).toMatchObject({ [raw]: '80', [version === '1.2' ? status : success]: 'passed' })
  })

  it('keeps "completed" where there is no mark to reach, also while an LMS that lost a save is told everything anew', async () => {
    const saved = encodeAttempt({ ...attempts.passed, lessonVersion: 1 }, { saves: SAVES })
    const values = { [status]: 'completed', [raw]: '60', 'cmi.suspend_data': saved }
    const { lms, recorder } = launch(version, values)
    expect(await recorder.resume()).toEqual({ kind: 'fresh', reason: 'updated-finished' })
    lms.misbehave = name => name === 'Commit' ? { answer: 'false' } : undefined
    recorder.record(attempts.underWay)
    lms.misbehave = null
    recorder.record(attempts.belowMark)
    expect(results(lms, status).filter(value => value !== 'completed')).toEqual([])
    expect(lms.values).toMatchObject({ [status]: 'completed', [raw]: '60' })
  })
})
