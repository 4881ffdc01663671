/**
 * Every value that a lesson can tell an LMS, held against SCORM's own vocabularies and formats: SCORM 1.2 RTE §3.4, SCORM 2004
 * RTE (3rd and 4th Edition) §4.1.1 and §4.2.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cmi12 } from '#shared/scorm/cmi-12'
import { cmi2004 } from '#shared/scorm/cmi-2004'
import type { CmiPair } from '#shared/scorm/cmi-pair'
import type { CmiModel, Held } from '#shared/scorm/cmi-model'
import type { Interaction } from '#shared/scorm/interaction'
import { encodeAttempt, ID_LIMIT } from '#shared/attempt/suspend-data'
import { played } from '../support/lessons/arbitraries.ts'

type Check = (value: string) => boolean
const oneOf = (...words: string[]): Check => value => words.includes(value)
const matches = (pattern: RegExp): Check => value => pattern.test(value)
const upTo = (limit: number, pattern: RegExp): Check => value => value.length <= limit && pattern.test(value)
const number
  = (low: number, high: number): Check =>
    value =>
      /^-?\d+(?:\.\d{1,7})?$/.test(value) && Number(value) >= low && Number(value) <= high

/** CMIIdentifier: no white space. The strictest LMS takes letters, digits, dots and underscores in responses. */
const identifier = upTo(255, /^[A-Za-z0-9_.]+$/)

const elements12: Readonly<Record<string, Check>> = {
  'cmi.core.lesson_status': oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed'),
  'cmi.core.lesson_location': upTo(255, /^[\x20-\x7E]*$/),
  'cmi.core.exit': oneOf('time-out', 'suspend', 'logout', ''),
  'cmi.core.session_time': matches(/^\d{2,4}:[0-5]\d:[0-5]\d(?:\.\d{1,2})?$/),
  'cmi.core.score.raw': number(0, 100),
  'cmi.core.score.min': number(0, 100),
  'cmi.core.score.max': number(0, 100),
  'cmi.suspend_data': upTo(4096, /^[\x20-\x7E]*$/),
  'cmi.interactions.n.id': identifier,
  'cmi.interactions.n.type': oneOf('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric'),
  'cmi.interactions.n.time': matches(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,2})?$/),
  'cmi.interactions.n.weighting': number(-1e6, 1e6),
  'cmi.interactions.n.student_response': identifier,
  'cmi.interactions.n.result': oneOf('correct', 'wrong', 'unanticipated', 'neutral'),
  'cmi.interactions.n.correct_responses.n.pattern': identifier,
}

const elements2004: Readonly<Record<string, Check>> = {
  'cmi.completion_status': oneOf('completed', 'incomplete', 'not attempted', 'unknown'),
  'cmi.success_status': oneOf('passed', 'failed', 'unknown'),
  'cmi.location': upTo(1000, /^[\x20-\x7E]*$/),
  'cmi.progress_measure': number(0, 1),
  'cmi.exit': oneOf('time-out', 'suspend', 'logout', 'normal', ''),
  'cmi.session_time': matches(/^P(?=.)(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?)?$/),
  'cmi.score.raw': number(0, 100),
  'cmi.score.min': number(0, 100),
  'cmi.score.max': number(0, 100),
  'cmi.score.scaled': number(-1, 1),
  'cmi.suspend_data': upTo(4000, /^[\x20-\x7E]*$/),
  'cmi.interactions.n.id': upTo(4000, /^[A-Za-z0-9_.]+$/),
  'cmi.interactions.n.type': oneOf(
    'true-false',
    'choice',
    'fill-in',
    'long-fill-in',
    'matching',
    'performance',
    'sequencing',
    'likert',
    'numeric',
    'other',
  ),
  // Moodle takes neither none nor three decimals.
  'cmi.interactions.n.timestamp': matches(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{2}Z$/),
  'cmi.interactions.n.weighting': number(-1e6, 1e6),
  'cmi.interactions.n.learner_response': identifier,
  'cmi.interactions.n.result': oneOf('correct', 'incorrect', 'unanticipated', 'neutral'),
  'cmi.interactions.n.correct_responses.n.pattern': identifier,
  'cmi.interactions.n.description': value => value.length <= 250,
}

const held: fc.Arbitrary<Held> = fc.record({
  started: fc.boolean(),
  completed: fc.boolean(),
  success: fc.constantFrom('passed', 'failed', null),
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  passMark: fc.option(fc.double({ min: 0.01, max: 100, noNaN: true })),
})
const seconds = fc.oneof(
  fc.constant(null),
  fc.double({ min: -1e9, max: 1e9 }),
  fc.constantFrom(0, 0.4, 59.999, 3600, 1e12, Number.NaN, Number.POSITIVE_INFINITY),
)
const id = fc.stringMatching(/^[a-z0-9]{1,12}(?:-[a-z0-9]{1,8}){0,2}$/).filter(text => text.length <= ID_LIMIT)
const interaction: fc.Arbitrary<Interaction> = fc.record({
  id: fc.tuple(id, id).map(parts => parts.join('.')),
  description: fc.string({ unit: 'binary', maxLength: 600 }),
  response: id,
  correctResponse: id,
  isCorrect: fc.boolean(),
})
const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })

function expectLegal(pairs: readonly CmiPair[], elements: Readonly<Record<string, Check>>) {
  for (const [element, value] of pairs) {
    const check = elements[element.replace(/\.\d+\./g, '.n.')]
    expect(check, `${element} is an element of this version`).toBeDefined()
    expect(check?.(value), `${element} = ${JSON.stringify(value)}`).toBe(true)
  }
}

describe.each<[string, CmiModel, Readonly<Record<string, Check>>]>([
  ['1.2', cmi12, elements12],
  ['2004', cmi2004, elements2004],
])('SCORM %s', (_, model, elements) => {
  it('hears only legal values of any attempt, whatever it holds itself', () => {
    fc.assert(fc.property(played, held, seconds, fc.nat(1e6), ({ outline, attempt }, holds, time, saves) => {
      const judged = holds.passMark === null ? outline : { ...outline, passMark: holds.passMark }
      const pairs = model.values(judged, attempt, {
        held: holds,
        suspendData: encodeAttempt(attempt, { saves }).slice(0, 4000),
        seconds: time,
      })
      expectLegal([...model.opening, ...pairs], elements)
      if (model.detour) expectLegal(model.detour(pairs), elements)
    }), { numRuns: 500 })
  })

  it('hears only legal values of any quiz answer, id and type first', () => {
    fc.assert(fc.property(interaction, moment, fc.nat(200), (answer, at, index) => {
      const pairs = model.interaction(index, answer, at)
      expectLegal(pairs, elements)
      expect(pairs.slice(0, 2).map(([element]) => element)).toEqual([`cmi.interactions.${index}.id`, `cmi.interactions.${index}.type`])
      expect(pairs.length).toBeLessThanOrEqual(8)
    }))
  })

  it('never has a scaled score that is another number than the raw one', () => {
    fc.assert(fc.property(played, held, ({ outline, attempt }, holds) => {
      const values = Object.fromEntries(model.values(outline, attempt, { held: holds, suspendData: '', seconds: null }))
      const scaled = values['cmi.score.scaled']
      if (scaled !== undefined) expect(Math.round(Number(scaled) * 100)).toBe(Number(values['cmi.score.raw']))
    }))
  })

  it('would not take everything: the check can fail', () => {
    expect(() => expectLegal([[Object.keys(elements)[0] ?? '', 'not a word of SCORM']], elements)).toThrow()
    expect(() => expectLegal([['cmi.made_up', '']], elements)).toThrow()
  })
})
