/** When a package says that work is saved, and what becomes of it when it is not. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Attempt } from '#shared/attempt/attempt'
import type { Saving } from '#shared/attempt/recorder'
import { SERVER_WORD } from '#shared/scorm/server-file'
import { encodeAttempt } from '#shared/attempt/suspend-data'
import { attempts, outline } from '../../tests/support/packages/attempts'
import { fakeLms, inLms } from '../../tests/support/packages/fake-lms'
import { count, elements, launch, restored, saved, SAVES } from '../../tests/support/packages/launch-recorder'
import { scormRecorder } from './scorm-recorder'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A package's server that the test turns off, or puts a page to sign in on in the place of. */
function fakeServer() {
  const server = {
    answers: 'file' as 'file' | 'nothing' | 'sign-in',
    asked: 0,
    fetch: async () => {
      server.asked += 1
      if (server.answers === 'nothing') throw new TypeError('Failed to fetch')
      return new Response(
        server.answers === 'file'
          ? `<!doctype html><meta name="generator" content="${SERVER_WORD}"><title>Signed in</title>`
          : '<!doctype html><title>Sign in</title>',
      )
    },
  }
  return server
}

/** What a tab keeps over a reload. */
function fakeStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    get length() {
      return kept.size
    },
  }
}

describe.each(['1.2', '2004'] as const)('an LMS that says "true" whatever happens, in SCORM %s', (version) => {
  const { exit, raw, status } = elements[version]

  /** As Moodle's script does without a network: the values are lost, and the answer is "true". */
  async function launchWithServer(values: Record<string, string> = {}, sessionStorage = fakeStorage()) {
    const server = fakeServer()
    const launched = launch(version, values, undefined, { fetch: server.fetch as typeof fetch, sessionStorage })
    const resumed = await launched.recorder.resume()
    await vi.advanceTimersByTimeAsync(3_000)
    return { ...launched, server, sessionStorage, resumed }
  }

  it('is not believed while the server does not answer, and is told everything again when it does', async () => {
    const { lms, recorder, savings, server } = await launchWithServer()
    recorder.record(attempts.fresh)
    await vi.advanceTimersByTimeAsync(0)
    expect(savings).toEqual(['saved'])
    server.answers = 'nothing'
    recorder.record(attempts.passed)
    await vi.advanceTimersByTimeAsync(0)
    expect(savings).toEqual(['saved', 'retrying'])
    // What was set is lost: the LMS holds what it had before.
    lms.calls.length = 0
    server.answers = 'file'
    await vi.advanceTimersByTimeAsync(2_000)
    expect(lms.calls.some(call => call.startsWith(`SetValue ${raw}=80`))).toBe(true)
    expect(savings).toEqual(['saved', 'retrying', 'saved'])
  })

  it('does not hear the end of the lesson before the server has answered, and "saved" is said only then', async () => {
    const { lms, recorder, savings, server } = await launchWithServer()
    recorder.record(attempts.passed)
    await vi.advanceTimersByTimeAsync(0)
    server.answers = 'nothing'
    recorder.finish(attempts.passedAndFinished)
    expect(savings.at(-1)).toBe('checking')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(savings.at(-1)).toBe('retrying')
    expect(count(lms, 'Terminate')).toBe(0)
    server.answers = 'file'
    await vi.advanceTimersByTimeAsync(60_000)
    expect(savings.at(-1)).toBe('saved')
    expect(count(lms, 'Terminate')).toBe(1)
    expect(lms.values[exit]).toBe(version === '1.2' ? '' : 'normal')
  })

  it('is asked about as soon as the browser says that its line has gone, and hears all again when the line is back', async () => {
    const { page, lms, recorder, savings, server } = await launchWithServer()
    recorder.record(attempts.underWay)
    await vi.advanceTimersByTimeAsync(0)
    server.answers = 'nothing'
    page.line('offline')
    await vi.advanceTimersByTimeAsync(0)
    expect(savings.at(-1)).toBe('retrying')
    server.answers = 'file'
    lms.calls.length = 0
    page.line('online')
    await vi.advanceTimersByTimeAsync(0)
    expect(savings.at(-1)).toBe('saved')
    expect(lms.calls).toContain(`SetValue ${status}=incomplete`)
  })

  it('is believed where the server has never given its file: in a folder, or on a platform that serves no such files', async () => {
    const server = fakeServer()
    server.answers = 'nothing'
    const { recorder, savings, lms } = launch(version, {}, undefined, { fetch: server.fetch as typeof fetch })
    await recorder.resume()
    await vi.advanceTimersByTimeAsync(3_000)
    recorder.record(attempts.passed)
    recorder.finish(attempts.passedAndFinished)
    await vi.advanceTimersByTimeAsync(0)
    expect(savings).toEqual(['saved'])
    expect(count(lms, 'Terminate')).toBe(1)
  })

  it('says that the pupil may be signed out where a page to sign in on answers, and a reload of the tab brings back what was done', async () => {
    const { lms, page, recorder, savings, server, sessionStorage } = await launchWithServer({
      [status]: 'incomplete',
      ...saved(attempts.underWay),
    })
    server.answers = 'sign-in'
    const before = { ...lms.values }
    recorder.record(attempts.belowMark)
    await vi.advanceTimersByTimeAsync(0)
    expect(savings.at(-1)).toBe('lms-signed-out')
    page.leave()
    const again = await launchWithServer(before, sessionStorage)
    expect(again.resumed).toEqual({ kind: 'resume', attempt: attempts.belowMark })
    expect(restored(again.lms)).toMatchObject({ attempt: attempts.belowMark })
    expect(sessionStorage.length).toBe(0)
  })

  it('keeps nothing in the tab while all is well', async () => {
    const { page, recorder, sessionStorage } = await launchWithServer()
    recorder.record(attempts.underWay)
    recorder.finish(attempts.passedAndFinished)
    await vi.advanceTimersByTimeAsync(0)
    page.leave()
    expect(sessionStorage.length).toBe(0)
  })

  it.each([
    ['another pupil, who has just as much done', attempts.underWay, SAVES + 100_000, 0],
    ['another pupil, who has done nothing', attempts.fresh, 700_000_000, 0],
    ['the same pupil after half an hour', attempts.underWay, SAVES, 31 * 60_000],
  ])('a copy in the tab is not shown to %s', async (_, held, saves, later) => {
    const { recorder, server, sessionStorage, page } = await launchWithServer({ [status]: 'incomplete', ...saved(attempts.underWay) })
    server.answers = 'nothing'
    recorder.record(attempts.belowMark)
    await vi.advanceTimersByTimeAsync(0)
    expect(sessionStorage.length).toBe(1)
    page.leave()
    vi.setSystemTime(Date.now() + later)
    const next = await launchWithServer({ [status]: 'incomplete', 'cmi.suspend_data': encodeAttempt(held, { saves }) }, sessionStorage)
    expect(next.resumed).toEqual({ kind: 'resume', attempt: held })
    expect(sessionStorage.length).toBe(0)
  })

  it('lets steps within a screen ride on the next commit, unless the page is going', async () => {
    const { lms, page, recorder } = await launchWithServer()
    recorder.record(attempts.underWay)
    lms.calls.length = 0
    const step: Attempt = { ...attempts.underWay, marks: { ...attempts.underWay.marks, [attempts.underWay.screenId]: 'done' } }
    recorder.record(step)
    expect(lms.calls).toEqual([])
    page.hide()
    expect(restored(lms)).toMatchObject({ attempt: step })
  })
})

it('an LMS that lets no second lesson begin in its window (error 104) is not called silent: opened anew, the lesson records', async () => {
  const lms = fakeLms('2004')
  lms.misbehave = name => name === 'Initialize' ? { answer: 'false' } : name === 'GetLastError' ? { answer: '104' } : undefined
  const recorder = scormRecorder({ outline, ...inLms(lms, '2004') })
  const savings: Saving[] = []
  recorder.onSaving(saving => savings.push(saving))
  await recorder.resume()
  expect(savings).toEqual(['saved', 'reopen'])
})
