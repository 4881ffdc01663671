import { describe, expect, it } from 'vitest'
import { cmi12 } from '#shared/scorm/cmi-12'
import { cmi2004 } from '#shared/scorm/cmi-2004'
import { isOver, nothingHeld, readPassMark, readPercent, reportedPercent } from '#shared/scorm/cmi-model'
import { attempts, outline } from '../../tests/support/packages/attempts.ts'

/** An LMS that holds these values, and what it was asked for. */
function lms(values: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const get = (element: string) => {
    asked.push(element)
    return values[element] ?? ''
  }
  return { get, asked }
}

describe('a number that an LMS holds', () => {
  it.each([
    ['0', 0],
    ['100', 100],
    [' 69.5 ', 69.5],
    ['', null],
    ['  ', null],
    ['-1', null],
    ['100.1', null],
    ['eighty', null],
    ['NaN', null],
  ])('%j is the score %j', (text, percent) => {
    expect(readPercent(text)).toBe(percent)
  })

  it.each([
    ['80', 100, 80], ['0.8', 1, 80], ['0.295', 1, 29.5], ['1', 1, 100], ['100', 100, 100], [' 70 ', 100, 70],
    ['', 100, null], [' ', 1, null], ['0', 100, null], ['-0.5', 1, null], ['80', 1, null], ['most', 100, null],
  ])('%j of %i is the pass mark %j; one that nobody could miss is none', (text, outOf, passMark) => {
    expect(readPassMark(text, outOf)).toBe(passMark)
  })
})

describe('what an LMS holds of a pupil in SCORM 1.2', () => {
  it('is the score where there may be one, and its own pass mark', () => {
    const { get } = lms({ 'cmi.core.lesson_status': ' Failed ', 'cmi.core.score.raw': '55', 'cmi.student_data.mastery_score': '80' })
    expect(cmi12.held(get)).toEqual({ started: true, completed: false, success: 'failed', percent: 55, passMark: 80 })
  })

  it.each(['', 'incomplete', 'not attempted'])('asks for no score while the status is "%s", since each call can take a while', (status) => {
    const { get, asked } = lms({ 'cmi.core.lesson_status': status, 'cmi.core.score.raw': '55' })
    expect(cmi12.held(get).percent).toBeNull()
    expect(asked).not.toContain('cmi.core.score.raw')
  })
})

describe('what an LMS holds of a pupil in SCORM 2004', () => {
  it.each([
    [
      { 'cmi.completion_status': ' Completed', 'cmi.success_status': 'unknown' },
      { started: true, completed: true, success: null, percent: 55 },
    ],
    [
      { 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'FAILED ' },
      { started: true, completed: false, success: 'failed', percent: 55 },
    ],
    [
      { 'cmi.completion_status': 'unknown', 'cmi.success_status': 'passed' },
      { started: true, completed: false, success: 'passed', percent: 55 },
    ],
    [
      { 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'unknown' },
      { started: true, completed: false, success: null, percent: null },
    ],
  ])('of %j is %j', (values, expected) => {
    expect(cmi2004.held(lms({ ...values, 'cmi.score.raw': '55', 'cmi.scaled_passing_score': '0.6' }).get)).toEqual({
      ...expected,
      passMark: 60,
    })
  })
})

describe('a lesson that is opened for the first time', () => {
  it('says that it is under way, and asks for its place to be kept, in case the page is never closed properly', () => {
    expect(cmi12.opening).toEqual([['cmi.core.lesson_status', 'incomplete'], ['cmi.core.exit', 'suspend']])
    expect(cmi2004.opening).toEqual([
      ['cmi.completion_status', 'incomplete'], ['cmi.exit', 'suspend'], ['cmi.score.min', '0'], ['cmi.score.max', '100'],
    ])
  })
})

describe('the score that may be told', () => {
  it('is none before the quiz is over, and none that would take a pass back', () => {
    expect(reportedPercent(outline, attempts.belowMark, nothingHeld)).toBeNull()
    expect(reportedPercent(outline, attempts.ended, { ...nothingHeld, success: 'passed' })).toBeNull()
    expect(reportedPercent(outline, attempts.passed, { ...nothingHeld, success: 'passed' })).toBe(80)
  })

  it('stays below a mark that it does not reach, a decimal one too', () => {
    expect(reportedPercent({ ...outline, passMark: 69.6 }, attempts.justBelow, nothingHeld)).toBe(69)
    expect(reportedPercent({ ...outline, passMark: 69.5 }, attempts.justBelow, nothingHeld)).toBe(70)
    expect(reportedPercent({ ...outline, passMark: null }, { ...attempts.justBelow, finished: true }, nothingHeld)).toBe(70)
  })
})

describe('a lesson', () => {
  it('is over when it is finished and complete, and stays open for another go below the mark', () => {
    const stages = Object.entries(attempts).filter(([, attempt]) => isOver(outline, attempt)).map(([stage]) => stage)
    expect(stages).toEqual(['passedAndFinished', 'passedAfterEnding'])
    expect(isOver({ ...outline, endedCompletes: true }, attempts.endedAndFinished)).toBe(false)
    expect(isOver({ ...outline, passMark: null }, { ...attempts.ended, finished: true })).toBe(true)
  })
})

describe('after a value that an LMS could not store', () => {
  const detour = (pairs: readonly (readonly [string, string])[]) => Object.fromEntries(cmi12.detour?.(pairs) ?? [])

  it('SCORM 1.2 tells another one first, so that the real one is sent again', () => {
    const pairs = cmi12.values(outline, attempts.passedAndFinished, { held: nothingHeld, suspendData: 'saved', seconds: 90 })
    expect(detour(pairs)).toEqual({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.score.raw': '99.99',
      'cmi.core.lesson_location': '',
      'cmi.core.exit': 'suspend',
    })
    expect(
      detour([
        ['cmi.core.exit', 'suspend'],
        ['cmi.core.score.raw', '0'],
      ]),
    ).toEqual({ 'cmi.core.exit': '', 'cmi.core.score.raw': '0.01' })
  })

  it('no value of the detour is the one that follows it', () => {
    for (const attempt of Object.values(attempts)) {
      const pairs = cmi12.values(outline, attempt, { held: nothingHeld, suspendData: 'saved', seconds: null })
      for (const [element, value] of Object.entries(detour(pairs))) {
        if (element !== 'cmi.core.lesson_status' && value !== '') expect(value).not.toBe(Object.fromEntries(pairs)[element])
      }
    }
    expect(cmi2004.detour).toBeUndefined()
  })
})

describe.each([['1.2', cmi12], ['2004', cmi2004]])('what is named of SCORM %s', (_, model) => {
  it('has in it what a lesson writes', () => {
    const written = model
      .values(outline, attempts.passed, { held: nothingHeld, suspendData: 'saved', seconds: 1 })
      .map(([element]) => element)
    expect(written).toEqual(expect.arrayContaining([model.elements.suspendData, ...model.elements.optional]))
    expect(written.filter(element => model.elements.result.test(element)).length).toBeGreaterThan(3)
    expect(model.elements.result.test(model.elements.suspendData)).toBe(false)
  })
})
