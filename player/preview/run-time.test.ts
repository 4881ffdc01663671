import { describe, expect, it } from 'vitest'
import type { ScormVersion } from '#shared/scorm/package-format'
import { LmsRecord } from '#shared/scorm/run-time/lms-record'
import { LmsSession } from '#shared/scorm/run-time/lms-session'
import { parseReport, parseStart } from '#shared/scorm/run-time/report'
import { runTimeOf } from './run-time'

type Api = Record<string, (...args: string[]) => string>

/** Both halves with a line between them, over which only what can be posted goes. */
function lms(version: ScormVersion, { wait = () => {} }: { wait?: (milliseconds: number) => void } = {}) {
  const record = new LmsRecord(version)
  let session: LmsSession | null = null
  /** Opens the lesson. @returns the API as the lesson finds it, undefined for none */
  const open = (item = 'lesson') => {
    const begin = parseStart(structuredClone(record.open(item)))
    if (!begin) throw new Error('a start that cannot be read')
    session = new LmsSession({
      version,
      start: runTimeOf(version),
      begin,
      report: (given) => {
        const report = parseReport(structuredClone(given))
        if (!report) throw new Error(`a report that cannot be read: ${JSON.stringify(given)}`)
        record.take(report)
      },
      now: () => 0,
      wait,
    })
    return (begin.hasNoApi ? undefined : session.api) as Api
  }
  const setTrouble = (trouble: Partial<LmsRecord['trouble']>) => {
    Object.assign(record.trouble, trouble)
    if (session) session.trouble = { ...session.trouble, ...trouble }
  }
  return { standIn: record, open, setTrouble }
}

/** One session as a lesson holds it: everything it does not name is left alone. */
function session12(api: Api, { exit = 'suspend', data = 'abc', ends = true } = {}) {
  api.LMSInitialize?.('')
  api.LMSSetValue?.('cmi.core.lesson_status', 'incomplete')
  api.LMSSetValue?.('cmi.core.lesson_location', 'screen-2')
  api.LMSSetValue?.('cmi.suspend_data', data)
  api.LMSSetValue?.('cmi.core.exit', exit)
  api.LMSSetValue?.('cmi.core.session_time', '00:01:00')
  api.LMSCommit?.('')
  if (ends) api.LMSFinish?.('')
}

function session2004(api: Api, { exit = 'suspend', ends = true } = {}) {
  api.Initialize?.('')
  api.SetValue?.('cmi.completion_status', 'incomplete')
  api.SetValue?.('cmi.location', 'screen-2')
  api.SetValue?.('cmi.suspend_data', 'abc')
  api.SetValue?.('cmi.interactions.0.id', 'q1')
  api.SetValue?.('cmi.interactions.0.type', 'choice')
  api.SetValue?.('cmi.exit', exit)
  api.SetValue?.('cmi.session_time', 'PT1M')
  api.Commit?.('')
  if (ends) api.Terminate?.('')
}

describe('SCORM 1.2', () => {
  it('the first launch begins from the start, in normal mode and for credit', () => {
    const api = lms('1.2').open()
    expect(api.LMSInitialize?.('')).toBe('true')
    expect(['entry', 'lesson_mode', 'credit', 'lesson_status', 'total_time'].map(name => api.LMSGetValue?.(`cmi.core.${name}`)))
      .toEqual(['ab-initio', 'normal', 'credit', 'not attempted', '00:00:00'])
  })

  it('after exit "suspend" the next launch resumes with status, place, suspend data and the time so far', () => {
    const { standIn, open } = lms('1.2')
    session12(open())
    const api = open()
    expect(standIn.launch).toMatchObject({ number: 2, way: 'resumed' })
    api.LMSInitialize?.('')
    expect(
      ['core.entry', 'core.lesson_status', 'core.lesson_location', 'suspend_data', 'core.total_time'].map(name =>
        api.LMSGetValue?.(`cmi.${name}`),
      ),
    ).toEqual(['resume', 'incomplete', 'screen-2', 'abc', '00:01:00'])
  })

  it('after any other exit the same record comes back, without an entry', () => {
    const { standIn, open } = lms('1.2')
    session12(open(), { exit: '' })
    const api = open()
    expect(standIn.launch?.way).toBe('again')
    api.LMSInitialize?.('')
    expect([api.LMSGetValue?.('cmi.core.entry'), api.LMSGetValue?.('cmi.suspend_data')]).toEqual(['', 'abc'])
  })

  it('never overrules the status that the lesson has set, whatever the score', () => {
    const { standIn, open } = lms('1.2')
    const api = open()
    api.LMSInitialize?.('')
    api.LMSSetValue?.('cmi.core.score.raw', '100')
    api.LMSSetValue?.('cmi.core.lesson_status', 'incomplete')
    api.LMSFinish?.('')
    expect(standIn.kept('lesson')?.values.get('cmi.core.lesson_status')).toBe('incomplete')
  })

  it('refuses suspend data of more than 4,096 characters with error 405, although scorm-again would take it', () => {
    const { open, standIn } = lms('1.2')
    const api = open()
    api.LMSInitialize?.('')
    expect(api.LMSSetValue?.('cmi.suspend_data', 'x'.repeat(4_097))).toBe('false')
    expect(api.LMSGetLastError?.()).toBe('405')
    expect(standIn.entries.find(({ error }) => error === '405')?.errorText).not.toBe('')
    expect(api.LMSSetValue?.('cmi.suspend_data', 'x'.repeat(4_096))).toBe('true')
    expect(api.LMSGetLastError?.()).toBe('0')
  })
})

describe('SCORM 2004', () => {
  it('after exit "suspend" everything comes back, interactions too', () => {
    const { standIn, open } = lms('2004')
    session2004(open())
    const api = open()
    expect(standIn.launch?.way).toBe('resumed')
    api.Initialize?.('')
    expect(
      ['entry', 'completion_status', 'location', 'suspend_data', 'interactions._count', 'interactions.0.id', 'total_time'].map(name =>
        api.GetValue?.(`cmi.${name}`),
      ),
    ).toEqual(['resume', 'incomplete', 'screen-2', 'abc', '1', 'q1', 'PT1M'])
  })

  it('after any other exit the next launch is a new attempt that knows nothing', () => {
    const { standIn, open } = lms('2004')
    session2004(open(), { exit: 'normal' })
    const api = open()
    expect(standIn.launch?.way).toBe('new-attempt')
    api.Initialize?.('')
    expect(
      ['entry', 'completion_status', 'location', 'suspend_data', 'interactions._count', 'total_time'].map(name =>
        api.GetValue?.(`cmi.${name}`),
      ),
    ).toEqual(['ab-initio', 'unknown', '', '', '0', 'PT0S'])
  })

  it('keeps the lessons of one package apart', () => {
    const { standIn, open } = lms('2004')
    session2004(open('first'))
    open('second')
    expect(standIn.launch?.way).toBe('first')
    open('first')
    expect(standIn.launch?.way).toBe('resumed')
  })
})

describe('trouble', () => {
  it.each([
    ['1.2', 'LMSInitialize', 'LMSCommit', 'LMSGetLastError', '101'],
    ['2004', 'Initialize', 'Commit', 'GetLastError', '391'],
  ] as const)(
    'saves that fail in %s answer "false" with an error, and nothing is kept until they work again',
    (version, begin, commit, lastError, code) => {
      const { standIn, open, setTrouble } = lms(version)
      const api = open()
      api[begin]?.('')
      setTrouble({ failsToSave: true })
      expect(api[commit]?.('')).toBe('false')
      expect(api[lastError]?.()).toBe(code)
      expect(standIn.entries.find(({ name }) => name === commit)).toMatchObject({ result: 'false', error: code })
      expect(standIn.kept('lesson')).toBeUndefined()
      setTrouble({ failsToSave: false })
      expect(api[commit]?.('')).toBe('true')
      expect(standIn.kept('lesson')).toBeDefined()
    },
  )

  it('a slow LMS waits before each answer', () => {
    const waits: number[] = []
    const { open, setTrouble } = lms('1.2', { wait: milliseconds => waits.push(milliseconds) })
    const api = open()
    setTrouble({ delay: 300 })
    api.LMSInitialize?.('')
    api.LMSGetLastError?.()
    expect(waits).toEqual([300, 300])
  })

  it('without an API there is nothing to find', () => {
    const { standIn, open } = lms('1.2')
    open()
    standIn.trouble.hasNoApi = true
    expect(open()).toBeUndefined()
  })

  it('truncated suspend data comes back as its first half', () => {
    const { standIn, open } = lms('1.2')
    session12(open(), { data: 'abcdefgh' })
    standIn.trouble.truncates = true
    const api = open()
    api.LMSInitialize?.('')
    expect(api.LMSGetValue?.('cmi.suspend_data')).toBe('abcd')
  })

  it.each([
    ['1.2', 'LMSInitialize', 'LMSGetValue', 'cmi.core.lesson_mode'],
    ['2004', 'Initialize', 'GetValue', 'cmi.mode'],
  ] as const)('review mode of %s is told as such', (version, begin, get, element) => {
    const { standIn, open } = lms(version)
    standIn.trouble.isReview = true
    const api = open()
    api[begin]?.('')
    expect(api[get]?.(element)).toBe('review')
  })
})

describe('the end of a launch', () => {
  it('what is said after the line is cut never arrives, while the lesson is told that all is well', () => {
    const { standIn, open } = lms('2004')
    const api = open()
    session2004(api, { ends: false })
    standIn.cut()
    expect(api.SetValue?.('cmi.location', 'screen-9')).toBe('true')
    expect(api.Terminate?.('')).toBe('true')
    expect(standIn.entries.at(-1)).toMatchObject({ name: 'Terminate', arrived: false })
    expect(standIn.kept('lesson')?.values.get('cmi.location')).toBe('screen-2')
    const next = open()
    next.Initialize?.('')
    expect([next.GetValue?.('cmi.entry'), next.GetValue?.('cmi.location')]).toEqual(['resume', 'screen-2'])
  })

  it('a lesson that is gone is listened to no more', () => {
    const { standIn, open } = lms('1.2')
    const api = open()
    api.LMSInitialize?.('')
    standIn.close()
    const before = standIn.entries.length
    api.LMSSetValue?.('cmi.suspend_data', 'late')
    api.LMSFinish?.('')
    expect(standIn.entries).toHaveLength(before)
    expect(standIn.kept('lesson')).toBeUndefined()
  })

  it('starting over forgets what was kept and the log', () => {
    const { standIn, open } = lms('1.2')
    session12(open())
    standIn.close()
    standIn.forget()
    expect(standIn.entries).toEqual([])
    open()
    expect(standIn.launch).toMatchObject({ number: 1, way: 'first' })
  })
})

describe('what can be seen', () => {
  it('the log holds the launch and every call with its arguments, result and error', () => {
    const { standIn, open } = lms('1.2')
    const api = open()
    api.LMSInitialize?.('')
    api.LMSSetValue?.('cmi.core.lesson_status', 'finished')
    expect(standIn.entries.map(({ number, kind, name, args, result, error }) => [number, kind, name, args, result, error])).toEqual([
      [1, 'launch', 'first', [], '', '0'],
      [2, 'session', 'LMSInitialize', [''], 'true', '0'],
      [3, 'write', 'LMSSetValue', ['cmi.core.lesson_status', 'finished'], 'false', '405'],
    ])
    expect(standIn.launch?.session).toBe('open')
  })

  it('the data model lists what was read or written, and marks what has another value than at the launch', () => {
    const { standIn, open } = lms('1.2')
    session12(open(), { ends: false })
    const api = open()
    api.LMSInitialize?.('')
    api.LMSGetValue?.('cmi.core.lesson_status')
    api.LMSSetValue?.('cmi.core.lesson_location', 'screen-2')
    api.LMSSetValue?.('cmi.suspend_data', 'abcd')
    api.LMSSetValue?.('cmi.core.lesson_status', 'finished')
    expect(standIn.elements).toEqual([
      { element: 'cmi.core.lesson_status', value: 'incomplete', isWritten: false, isChanged: false },
      { element: 'cmi.core.lesson_location', value: 'screen-2', isWritten: true, isChanged: false },
      { element: 'cmi.suspend_data', value: 'abcd', isWritten: true, isChanged: true },
    ])
  })

  it('remembers a bounded number of calls, the newest', () => {
    const { standIn, open } = lms('1.2')
    const api = open()
    api.LMSInitialize?.('')
    for (let index = 0; index < 12_000; index++) api.LMSGetLastError?.()
    expect(standIn.entries.length).toBeLessThanOrEqual(10_000)
    expect(standIn.entries.at(-1)?.number).toBe(12_002)
  })
})

describe('what comes over the line', () => {
  it.each([
    null,
    'saved',
    [],
    {},
    { kind: 'nothing' },
    { kind: 'session', state: 'x' },
    { kind: 'saved', values: { a: 1 }, totalTime: '' },
    { kind: 'saved', values: [], totalTime: '' },
    { kind: 'element', element: { element: 'a', value: 'b', isWritten: 1, isChanged: false } },
    { kind: 'call', call: { at: -1, kind: 'read', name: 'a', args: [], result: '', error: '', errorText: '' } },
    { kind: 'call', call: { at: 1, kind: 'launch', name: 'a', args: [], result: '', error: '', errorText: '' } },
    { kind: 'call', call: { at: 1, kind: 'read', name: 'a', args: [1], result: '', error: '', errorText: '' } },
    { kind: 'call', call: { at: 1, kind: 'read', name: 'x'.repeat(70_001), args: [], result: '', error: '', errorText: '' } },
  ])('%j is no report', (given) => {
    expect(parseReport(given)).toBeNull()
  })

  it('a start without everything in its place is none', () => {
    const start = { values: { a: 'b' }, totalTime: '', hasNoApi: false, trouble: { delay: 0, failsToSave: false } }
    expect(parseStart(start)).toEqual(start)
    for (const change of [
      { values: { a: 1 } },
      { totalTime: 1 },
      { hasNoApi: 'no' },
      { trouble: { delay: 1e9, failsToSave: false } },
      { trouble: null },
    ])
      expect(parseStart({ ...start, ...change })).toBeNull()
  })
})
