/** What happens before record.js has come, and when it has. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Saving } from '#shared/attempt/recorder'
import { attempts, outline } from '../../tests/support/packages/attempts'
import { fakeLms, fakeWindow } from '../../tests/support/packages/fake-lms'
import { restored, saved } from '../../tests/support/packages/launch-recorder'
import { sessionFinder } from './find-session'
import { LateRecorder } from './late-recorder'
import { scormRecorder } from './scorm-recorder'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function meet(values: Record<string, string> = {}) {
  const lms = fakeLms('2004', values)
  const page = fakeWindow(lms, '2004')
  const onLate = vi.fn<(found: object) => void>()
  const recorder = new LateRecorder(page, sessionFinder(page, '2004'), onLate)
  const savings: Saving[] = []
  recorder.onSaving(saving => savings.push(saving))
  const take = () => recorder.take(findSession => scormRecorder({ outline, windowLike: page, findSession, onLate }))
  return { lms, page, recorder, onLate, savings, take }
}

it('starts afresh at once where the LMS holds nothing, and tells it what happened meanwhile', async () => {
  const { lms, recorder, savings, take } = meet()
  recorder.meet()
  expect(await recorder.resume()).toEqual({ kind: 'fresh' })
  recorder.record(attempts.fresh)
  recorder.record(attempts.underWay)
  recorder.keepPreferences('1')
  expect(lms.calls).toEqual(['Initialize', 'GetValue cmi.suspend_data'])
  await take()
  expect(restored(lms)).toMatchObject({ kind: 'attempt', attempt: attempts.underWay, preferences: '1' })
  expect(lms.calls.filter(call => call === 'Initialize')).toHaveLength(1)
  recorder.record(attempts.passed)
  expect(restored(lms)).toMatchObject({ attempt: attempts.passed })
  expect(new Set(savings)).toEqual(new Set(['saved']))
})

it('waits for what the LMS holds, and nothing that happens on the opening meanwhile is written over it', async () => {
  const { lms, recorder, onLate, take } = meet(saved(attempts.belowMark, '2'))
  recorder.meet()
  expect(recorder.holdsAttempt).toBe(true)
  recorder.record(attempts.fresh)
  const resumed = recorder.resume()
  await take()
  expect(await resumed).toEqual({ kind: 'resume', attempt: attempts.belowMark })
  expect(recorder.preferences).toBe('2')
  expect(restored(lms)).toMatchObject({ attempt: attempts.belowMark })
  expect(onLate).not.toHaveBeenCalled()
})

it('goes on with what an LMS gives only when it is asked again', async () => {
  const { lms, recorder, onLate, take } = meet(saved(attempts.belowMark))
  lms.misbehave = name => name === 'GetValue' ? { answer: '' } : undefined
  recorder.meet()
  lms.misbehave = null
  expect(await recorder.resume()).toEqual({ kind: 'fresh' })
  recorder.record(attempts.fresh)
  await take()
  expect(onLate).toHaveBeenCalledExactlyOnceWith({ kind: 'resume', attempt: attempts.belowMark })
  expect(restored(lms)).toMatchObject({ attempt: attempts.belowMark })
})

it('finds an LMS that adds its API after the first word', async () => {
  const { lms, page, recorder, take } = meet()
  const api = page.parent.API_1484_11
  delete page.parent.API_1484_11
  recorder.meet()
  recorder.record(attempts.underWay)
  await take()
  page.parent.API_1484_11 = api
  vi.advanceTimersByTime(200)
  expect(restored(lms)).toMatchObject({ attempt: attempts.underWay })
})

it('ends the session once where the page goes away before', async () => {
  const { lms, page, recorder } = meet()
  recorder.meet()
  page.leave()
  expect(lms.calls.slice(2)).toEqual(['Terminate'])
})

it('finishes in the LMS what was finished before', async () => {
  const { lms, recorder, take } = meet()
  recorder.meet()
  recorder.finish(attempts.passedAndFinished)
  await take()
  expect(restored(lms)).toMatchObject({ attempt: attempts.passedAndFinished })
  expect(lms.calls.filter(call => call === 'Terminate')).toHaveLength(1)
})

it('calls nothing saved for long that no LMS has, until it has it', async () => {
  const { lms, recorder, savings, take } = meet()
  recorder.meet()
  recorder.record(attempts.underWay)
  expect(savings).toEqual(['saved'])
  vi.advanceTimersByTime(3_000)
  expect(savings.at(-1)).toBe('retrying')
  recorder.finish(attempts.passedAndFinished)
  expect(savings.at(-1)).toBe('checking')
  await take()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(savings.at(-1)).toBe('saved')
  expect(restored(lms)).toMatchObject({ attempt: attempts.passedAndFinished })
})
