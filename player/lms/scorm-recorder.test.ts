import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Attempt } from '#shared/attempt/attempt'
import type { Saving } from '#shared/attempt/recorder'
import { encodeAttempt } from '#shared/attempt/suspend-data'
import { attempts, outline } from '../../tests/support/packages/attempts'
import { fakeWindow, type Misbehaviour } from '../../tests/support/packages/fake-lms'
import { count, elements, launch, restored, saved, SAVES } from '../../tests/support/packages/launch-recorder'
import { sessionFinder } from './find-session'
import { scormRecorder } from './scorm-recorder'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const commitsFail: Misbehaviour = name => name === 'Commit' ? { answer: 'false' } : undefined

describe.each(['1.2', '2004'] as const)('recording in SCORM %s', (version) => {
  const { status, mode, exit, time, raw } = elements[version]

  it('tells the LMS at the first launch that the lesson has begun, within twelve calls', async () => {
    const { lms, recorder, savings } = launch(version)
    expect(await recorder.resume()).toEqual({ kind: 'fresh' })
    expect(lms.values).toMatchObject({ [status]: 'incomplete', [exit]: 'suspend' })
    expect(lms.calls.length).toBeLessThanOrEqual(12)
    recorder.record(attempts.fresh)
    expect(savings).toEqual(['saved'])
  })

  it.each(['not attempted', 'unknown', ''])('does so where the status is "%s"', async (word) => {
    const { lms, recorder } = launch(version, { [status]: word })
    await recorder.resume()
    expect(lms.calls).toContain(`SetValue ${status}=incomplete`)
  })

  it('writes nothing at launch where the LMS knows the lesson', async () => {
    const { lms, recorder } = launch(version, { [status]: 'incomplete', ...saved(attempts.underWay) })
    expect(await recorder.resume()).toEqual({ kind: 'resume', attempt: attempts.underWay })
    expect(lms.calls.filter(call => !call.startsWith('GetValue'))).toEqual(['Initialize'])
  })

  it('stays within twelve calls when a passed lesson is opened again', async () => {
    const first = launch(version)
    await first.recorder.resume()
    first.recorder.record(attempts.passed)
    first.page.leave()
    const { lms, recorder } = launch(version, first.lms.values)
    await recorder.resume()
    recorder.record({ ...attempts.passed, screenId: 'ending' })
    expect(lms.calls.length).toBeLessThanOrEqual(12)
    expect(lms.calls).toContain(`SetValue ${exit}=suspend`)
  })

  it.each([
    ['nonsense', 'unreadable'],
    [encodeAttempt({ ...attempts.underWay, lessonId: 'speak-up-7-9' }), 'unreadable'],
    [encodeAttempt({ ...attempts.underWay, lessonVersion: 1 }), 'updated'],
  ])('starts fresh from suspend data "%s" and says why', async (text, reason) => {
    const { recorder } = launch(version, { 'cmi.suspend_data': text })
    expect(await recorder.resume()).toEqual({ kind: 'fresh', reason })
  })

  it('saves a screen with changed values only, in six calls at most, one of them the commit', async () => {
    const { lms, recorder } = launch(version)
    await recorder.resume()
    recorder.record(attempts.fresh)
    for (const attempt of [attempts.underWay, attempts.belowMark]) {
      lms.calls.length = 0
      recorder.record(attempt)
      // How far along the pupil is changes with a new screen, and not with one that was seen.
      expect(lms.calls.map(call => call.split('=')[0]).filter(call => call !== 'SetValue cmi.progress_measure')).toEqual([
        `SetValue ${version === '1.2' ? 'cmi.core.lesson_location' : 'cmi.location'}`,
        'SetValue cmi.suspend_data',
        'Commit',
      ])
    }
    lms.calls.length = 0
    recorder.record({ ...attempts.passed, screenId: 'quiz' })
    expect(count(lms, 'Commit')).toBe(1)
    expect(lms.calls.length).toBeLessThanOrEqual(version === '1.2' ? 6 : 7)
    expect(restored(lms)).toMatchObject({ kind: 'attempt', attempt: attempts.passed })
  })

  it.each(['review', 'browse', 'Review '])('reads but writes nothing when the mode is "%s"', async (word) => {
    const { lms, page, recorder, savings } = launch(version, { [mode]: word, ...saved(attempts.passed) })
    expect(await recorder.resume()).toMatchObject({ kind: 'resume' })
    recorder.record(attempts.passedAndFinished)
    recorder.keepPreferences('10000')
    page.hide()
    recorder.finish(attempts.passedAndFinished)
    page.leave()
    expect(lms.calls.filter(call => /^(SetValue|Commit)/.test(call))).toEqual([])
    expect(count(lms, 'Terminate')).toBe(1)
    expect(savings).toEqual(['saved', 'review'])
  })

  it('never takes a pass back after a fresh start', async () => {
    const { lms, recorder } = launch(
      version,
      version === '1.2' ? { [status]: 'passed', [raw]: '90' } : { [status]: 'completed', 'cmi.success_status': 'passed', [raw]: '90' },
    )
    await recorder.resume()
    recorder.record(attempts.fresh)
    recorder.record(attempts.ended)
    expect(lms.values).toMatchObject({ [status]: version === '1.2' ? 'passed' : 'completed', [raw]: '90' })
    recorder.record(attempts.passed)
    expect(lms.values[raw]).toBe('90')
  })

  it('ends properly: final values, the time, and each call once', async () => {
    const { lms, page, recorder } = launch(version)
    await recorder.resume()
    recorder.record(attempts.passed)
    vi.advanceTimersByTime(61_000)
    lms.calls.length = 0
    recorder.finish(attempts.passedAndFinished)
    expect(lms.values).toMatchObject({ [exit]: version === '1.2' ? '' : 'normal', [time]: version === '1.2' ? '0000:01:01' : 'PT1M1S' })
    expect(lms.calls.slice(-2)[0]?.startsWith('Commit')).toBe(version === '1.2')
    expect(lms.calls.at(-1)).toBe('Terminate')
    lms.calls.length = 0
    recorder.record(attempts.fresh)
    recorder.finish(attempts.fresh)
    recorder.keepPreferences('11111')
    page.hide()
    page.leave()
    vi.runAllTimers()
    expect(lms.calls).toEqual([])
  })

  it('keeps a lesson below the pass mark open for another go', async () => {
    const { lms, recorder } = launch(version)
    await recorder.resume()
    recorder.finish(attempts.endedAndFinished)
    expect(lms.values[exit]).toBe('suspend')
  })

  it('saves without ending when the page is hidden, and ends once when it goes away', async () => {
    const { lms, page, recorder } = launch(version)
    await recorder.resume()
    recorder.record(attempts.underWay)
    lms.calls.length = 0
    page.hide()
    expect(lms.calls.map(call => call.split('=')[0])).toEqual(['SetValue cmi.suspend_data', `SetValue ${time}`, 'Commit'])
    page.leave()
    page.leave()
    page.hide()
    expect(count(lms, 'Terminate')).toBe(1)
    expect(count(lms, 'Commit')).toBe(version === '1.2' ? 2 : 1)
    expect(lms.values[exit]).toBe('suspend')
    expect(restored(lms)).toMatchObject({ kind: 'attempt', attempt: attempts.underWay })
  })

  it('tries again with growing pauses until the LMS takes it, with other data each time', async () => {
    const { lms, recorder, savings } = launch(version)
    await recorder.resume()
    lms.misbehave = commitsFail
    recorder.record(attempts.underWay)
    expect(savings.at(-1)).toBe('retrying')
    const tries: number[] = []
    const data = new Set<string>()
    for (let second = 1; second <= 400; second++) {
      const before = count(lms, 'Commit')
      vi.advanceTimersByTime(1_000)
      data.add(lms.values['cmi.suspend_data'] ?? '')
      if (count(lms, 'Commit') > before) tries.push(second)
    }
    expect(tries).toEqual([2, 6, 14, 30, 62, 122, 182, 242, 302, 362])
    expect(data.size).toBe(11)
    lms.misbehave = null
    lms.calls.length = 0
    vi.advanceTimersByTime(60_000)
    expect(savings).toEqual(['saved', 'retrying', 'saved'])
    // Everything again, since nobody knows what of it had arrived.
    expect(lms.calls).toContain(`SetValue ${status}=incomplete`)
    lms.calls.length = 0
    vi.advanceTimersByTime(600_000)
    expect(lms.calls).toEqual([])
  })

  it('saves the newest attempt as soon as the LMS is back', async () => {
    const { lms, recorder, savings } = launch(version)
    await recorder.resume()
    lms.misbehave = name => name === 'SetValue' ? { answer: 'false' } : undefined
    recorder.record(attempts.underWay)
    lms.misbehave = null
    recorder.record(attempts.passed)
    expect(savings).toEqual(['saved', 'retrying', 'saved'])
    expect(restored(lms)).toMatchObject({ attempt: attempts.passed })
  })

  it('does not mind values that an LMS has no place for', async () => {
    const { lms, recorder, savings } = launch(version)
    lms.misbehave = (name, element) => {
      if (name === 'SetValue' && /score\.(min|max)|exit/.test(element ?? '')) return { answer: 'false' }
      return name === 'GetLastError' ? { answer: '401' } : undefined
    }
    await recorder.resume()
    recorder.record(attempts.passed)
    expect(savings).toEqual(['saved'])
    expect(lms.values[raw]).toBe('80')
  })

  it('survives an LMS in which every call throws', async () => {
    const { lms, page, recorder, savings } = launch(version)
    lms.misbehave = () => {
      throw new Error('gone')
    }
    expect(await recorder.resume()).toEqual({ kind: 'fresh' })
    recorder.record(attempts.underWay)
    page.hide()
    recorder.finish(attempts.passedAndFinished)
    page.leave()
    vi.runAllTimers()
    expect(savings).toEqual(['saved', 'not-recorded'])
  })

  it.each([undefined, null, 0, 1, true, 'true', Number.NaN])('works with an LMS that answers every call with %s', async (answer) => {
    const { lms, page, recorder, savings } = launch(version)
    lms.misbehave = name => name === 'GetLastError' ? { answer: 0 } : { answer }
    await recorder.resume()
    recorder.record(attempts.passed)
    recorder.finish(attempts.passedAndFinished)
    page.leave()
    expect(savings.at(-1)).toBe('saved')
    expect(count(lms, 'Terminate')).toBe(1)
  })

  it('ends the session for today where the pupil stops, suspended, and another visit goes on from that place', async () => {
    const { lms, recorder, savings } = launch(version, {}, undefined, undefined, { navigation: 'exitAll' })
    await recorder.resume()
    recorder.record(attempts.underWay)
    recorder.stop?.(attempts.underWay)
    await vi.advanceTimersByTimeAsync(1_000)
    const [location, measure] = version === '2004' ? ['cmi.location', 'cmi.progress_measure'] : ['cmi.core.lesson_location', null]
    expect(lms.values).toMatchObject({ [exit]: 'suspend', [status]: 'incomplete', [location]: attempts.underWay.screenId })
    if (measure) expect(Number(lms.values[measure])).toBeGreaterThan(0)
    // Whoever comes back is to find the attempt, so the course is put aside and not ended.
    expect(lms.values['adl.nav.request']).toBe(version === '2004' ? 'suspendAll' : undefined)
    expect(count(lms, 'Terminate')).toBe(1)
    recorder.record(attempts.passed)
    expect([restored(lms), savings.at(-1)]).toMatchObject([{ kind: 'attempt', attempt: attempts.underWay }, 'saved'])
    expect(await launch(version, lms.values).recorder.resume()).toEqual({ kind: 'resume', attempt: attempts.underWay })
  })

  it('keeps the pupil\'s preferences beside the attempt', async () => {
    const { lms, recorder } = launch(version, { [status]: 'incomplete', ...saved(attempts.underWay, '21000') })
    await recorder.resume()
    expect(recorder.preferences).toBe('21000')
    recorder.keepPreferences('31000')
    expect(restored(lms)).toMatchObject({ preferences: '31000', saves: SAVES + 1, attempt: attempts.underWay })
    recorder.keepPreferences('; drop')
    expect(recorder.preferences).toBe('31000')
  })

  it('never asks who the pupil is', async () => {
    const { lms, page, recorder } = launch(version, saved(attempts.underWay))
    await recorder.resume()
    recorder.record(attempts.passed)
    page.leave()
    lms.calls.forEach(call => expect(call).not.toMatch(/student_(?:id|name)|learner_(?:id|name)/))
  })
})

describe('an LMS that cannot be reached when the pupil finishes', () => {
  it('is given the final values when it is back, and only then is the session ended', async () => {
    const { lms, recorder, savings } = launch('1.2')
    await recorder.resume()
    lms.misbehave = commitsFail
    recorder.finish(attempts.passedAndFinished)
    expect(count(lms, 'Terminate')).toBe(0)
    lms.misbehave = null
    vi.advanceTimersByTime(2_000)
    expect(lms.calls.slice(-2)).toEqual(['Commit', 'Terminate'])
    expect(savings).toEqual(['saved', 'retrying', 'saved'])
  })

  it('is told goodbye anyway when the page goes away', async () => {
    const { lms, page, recorder } = launch('1.2')
    await recorder.resume()
    lms.misbehave = commitsFail
    recorder.finish(attempts.passedAndFinished)
    page.leave()
    expect(count(lms, 'Terminate')).toBe(1)
    lms.calls.length = 0
    vi.runAllTimers()
    expect(lms.calls).toEqual([])
  })
})

describe('no LMS', () => {
  it('gives a fresh lesson at once and says after three seconds that nothing is recorded', async () => {
    const page = fakeWindow(null)
    const recorder = scormRecorder({ outline, windowLike: page, findSession: sessionFinder(page, '1.2') })
    const savings: Saving[] = []
    recorder.onSaving(saving => savings.push(saving))
    expect(await recorder.resume()).toEqual({ kind: 'fresh' })
    recorder.record(attempts.underWay)
    vi.advanceTimersByTime(2_900)
    expect(savings).toEqual(['saved'])
    vi.advanceTimersByTime(200)
    expect(savings).toEqual(['saved', 'not-recorded'])
    recorder.record(attempts.passed)
    recorder.finish(attempts.passedAndFinished)
    page.hide()
    page.leave()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('an LMS that adds its API late', () => {
  async function lateLaunch(values: Record<string, string>, before: Attempt[]) {
    const onLate = vi.fn<(found: object) => void>()
    const { lms, page, recorder, savings } = launch('1.2', values, onLate)
    const api = page.parent.API
    delete page.parent.API
    await recorder.resume()
    before.forEach(attempt => recorder.record(attempt))
    page.parent.API = api
    vi.advanceTimersByTime(200)
    return { lms, recorder, savings, onLate }
  }

  it('resumes while the pupil is still on the opening screen', async () => {
    const { lms, recorder, onLate } = await lateLaunch(saved(attempts.belowMark), [attempts.fresh])
    expect(onLate).toHaveBeenCalledExactlyOnceWith({ kind: 'resume', attempt: attempts.belowMark })
    expect(restored(lms)).toMatchObject({ attempt: attempts.belowMark })
    recorder.record(attempts.passed)
    expect(restored(lms)).toMatchObject({ attempt: attempts.passed })
  })

  it('says that the lesson is a new version, and what was finished stays so', async () => {
    const older = { ...attempts.passedAndFinished, lessonVersion: 1 }
    const { onLate } = await lateLaunch(saved(older), [attempts.fresh])
    expect(onLate).toHaveBeenCalledExactlyOnceWith({ kind: 'fresh', reason: 'updated-finished' })
  })

  it('records from then on when the pupil has begun', async () => {
    const { lms, savings, onLate } = await lateLaunch({}, [attempts.fresh, attempts.underWay])
    expect(onLate).not.toHaveBeenCalled()
    expect(restored(lms)).toMatchObject({ attempt: attempts.underWay })
    expect(lms.values['cmi.core.lesson_status']).toBe('incomplete')
    expect(savings).toEqual(['saved'])
  })
})
