import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attempt } from '#shared/attempt/attempt'
import { cmi12 } from '#shared/scorm/cmi-12'
import { cmi2004 } from '#shared/scorm/cmi-2004'
import { nothingHeld, type CmiModel, type Held } from '#shared/scorm/cmi-model'
import { attempts, outline } from '../../tests/support/packages/attempts.ts'

function told(model: CmiModel, attempt: Attempt, held: Partial<Held> = {}, seconds: number | null = 90) {
  const pairs = model.values(outline, attempt, { held: { ...nothingHeld, ...held }, suspendData: 'saved', seconds })
  expect(new Set(pairs.map(([element]) => element)).size).toBe(pairs.length)
  return Object.fromEntries(pairs)
}

const started = { started: true } as const

describe('SCORM 1.2', () => {
  it.each([
    ['fresh', 'incomplete', undefined, 'suspend'],
    ['underWay', 'incomplete', undefined, 'suspend'],
    ['belowMark', 'incomplete', undefined, 'suspend'],
    ['passed', 'passed', '80', 'suspend'],
    ['passedAndFinished', 'passed', '100', ''],
    ['ended', 'failed', '50', 'suspend'],
    ['endedAndFinished', 'failed', '0', 'suspend'],
    ['passedAfterEnding', 'passed', '70', ''],
    ['justBelow', 'failed', '69', 'suspend'],
  ] as const)('an attempt that is %s is %s with score %s and exit "%s"', (stage, status, raw, exit) => {
    const values = told(cmi12, attempts[stage])
    expect(values).toEqual({
      'cmi.core.lesson_status': status,
      ...(raw === undefined ? {} : { 'cmi.core.score.min': '0', 'cmi.core.score.max': '100', 'cmi.core.score.raw': raw }),
      'cmi.core.lesson_location': attempts[stage].screenId,
      'cmi.suspend_data': 'saved',
      'cmi.core.exit': exit,
      'cmi.core.session_time': '0000:01:30',
    })
  })

  it('leaves the session time out of an ordinary save', () => {
    expect(told(cmi12, attempts.fresh, {}, null)).not.toHaveProperty('cmi.core.session_time')
  })

  it.each([
    [{ ...started, completed: true, success: 'passed' }, 'fresh', 'passed'],
    [{ ...started, completed: true, success: 'passed' }, 'endedAndFinished', 'passed'],
    [{ ...started, completed: true }, 'fresh', 'completed'],
    [{ ...started, completed: true }, 'passed', 'passed'],
    [{ ...started, success: 'failed' }, 'underWay', 'failed'],
    [{ ...started, success: 'failed' }, 'passed', 'passed'],
  ] as const)('an LMS that holds %j and an attempt that is %s make %s', (held, stage, status) => {
    expect(told(cmi12, attempts[stage], held)['cmi.core.lesson_status']).toBe(status)
  })

  it.each([
    ['', false, false, null],
    ['not attempted', false, false, null],
    ['unknown', false, false, null],
    ['browsed', true, false, null],
    ['incomplete', true, false, null],
    ['Passed', true, true, 'passed'],
    ['completed', true, true, null],
    ['failed', true, false, 'failed'],
    ['nonsense', false, false, null],
  ])('reads lesson_status "%s"', (word, isStarted, completed, success) => {
    const held = cmi12.held(element => element === 'cmi.core.lesson_status' ? word : '55')
    expect(held).toMatchObject({ started: isStarted, completed, success })
  })
})

describe('SCORM 2004', () => {
  /** Of the screens that the pupil has come to. */
  const share = ({ marks }: Attempt) => String(Math.round(100 * Object.keys(marks).length / outline.screens.length) / 100)

  it.each([
    ['fresh', 'incomplete', undefined, undefined, undefined, 'suspend'],
    ['belowMark', 'incomplete', undefined, undefined, undefined, 'suspend'],
    ['passed', 'completed', 'passed', '80', '0.8', 'suspend'],
    ['passedAndFinished', 'completed', 'passed', '100', '1', 'normal'],
    ['ended', 'incomplete', 'failed', '50', '0.5', 'suspend'],
    ['endedAndFinished', 'incomplete', 'failed', '0', '0', 'suspend'],
    ['justBelow', 'incomplete', 'failed', '69', '0.69', 'suspend'],
  ] as const)('an attempt that is %s is %s and %s with score %s (%s) and exit "%s"', (stage, completion, success, raw, scaled, exit) => {
    const values = told(cmi2004, attempts[stage])
    expect(values).toEqual({
      'cmi.completion_status': completion,
      ...(success === undefined ? {} : { 'cmi.success_status': success }),
      ...(raw === undefined ? {} : { 'cmi.score.min': '0', 'cmi.score.max': '100', 'cmi.score.raw': raw, 'cmi.score.scaled': scaled }),
      'cmi.location': attempts[stage].screenId,
      'cmi.progress_measure': exit === 'normal' ? '1' : share(attempts[stage]),
      'cmi.suspend_data': 'saved',
      'cmi.exit': exit,
      'cmi.session_time': 'PT1M30S',
    })
  })

  it('never takes completion or a pass back', () => {
    const held = { ...started, completed: true, success: 'passed', percent: 90 } as const
    expect(told(cmi2004, attempts.ended, held)).toMatchObject({ 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' })
    expect(told(cmi2004, attempts.ended, held)).not.toHaveProperty('cmi.score.raw')
  })

  it('says completed without a verdict when there is no pass mark', () => {
    const values = cmi2004.values(
      { ...outline, passMark: null },
      { ...attempts.ended, finished: true },
      { held: nothingHeld, suspendData: '', seconds: null },
    )
    expect(Object.fromEntries(values)).toMatchObject({ 'cmi.completion_status': 'completed', 'cmi.score.raw': '50', 'cmi.exit': 'normal' })
    expect(Object.fromEntries(values)).not.toHaveProperty('cmi.success_status')
  })

  it.each([
    ['unknown', 'unknown', false],
    ['not attempted', 'unknown', false],
    ['', '', false],
    ['incomplete', 'unknown', true],
    ['unknown', 'failed', true],
    ['completed', 'passed', true],
  ])('completion "%s" with success "%s" counts as begun: %s', (completion, success, isStarted) => {
    const words: Record<string, string> = { 'cmi.completion_status': completion, 'cmi.success_status': success }
    expect(cmi2004.held(element => words[element] ?? '').started).toBe(isStarted)
  })
})

describe.each([
  ['1.2', cmi12, 'cmi.core.score.raw'],
  ['2004', cmi2004, 'cmi.score.raw'],
] as const)('the score in SCORM %s', (_, model, raw) => {
  it('never goes below what the LMS holds', () => {
    expect(told(model, attempts.passed, { ...started, percent: 90 })).not.toHaveProperty([raw])
    expect(told(model, attempts.passed, { ...started, percent: 80 })).not.toHaveProperty([raw])
    expect(told(model, attempts.passed, { ...started, percent: 0 })[raw]).toBe('80')
  })

  it('is a whole number from 0 to 100 on the right side of the pass mark', () => {
    const scores = fc.integer({ min: 1, max: 20 }).chain(max => fc.record({ points: fc.integer({ min: 0, max }), max: fc.constant(max) }))
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 100 }), (score, passMark) => {
        const attempt = { ...attempts.ended, score }
        const pairs = model.values({ ...outline, passMark }, attempt, { held: nothingHeld, suspendData: '', seconds: null })
        const value = Object.fromEntries(pairs)[raw] ?? ''
        expect(value).toMatch(/^(100|[1-9]?\d)$/)
        expect(Number(value) >= passMark).toBe(score.points * 100 >= passMark * score.max)
        const scaled = Object.fromEntries(pairs)['cmi.score.scaled']
        if (scaled !== undefined) expect(scaled).toMatch(/^(0|1|0\.\d{1,2})$/)
      }),
    )
  })
})
