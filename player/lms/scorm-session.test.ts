import { describe, expect, it } from 'vitest'
import { fakeLms, type Misbehaviour } from '../../tests/support/packages/fake-lms'
import { ScormSession } from './scorm-session'

function session(version: '1.2' | '2004', misbehave: Misbehaviour | null = null) {
  const lms = fakeLms(version)
  lms.misbehave = misbehave
  return { lms, session: new ScormSession({ api: lms.api, version }) }
}

/** Every call answers like this, and the last error is as given. */
const always = (answer: unknown, error: unknown = '0'): Misbehaviour => name => ({ answer: name === 'GetLastError' ? error : answer })
const throwing: Misbehaviour = () => {
  throw new Error('LMS is out')
}

describe.each(['1.2', '2004'] as const)('a session in SCORM %s', (version) => {
  it('goes from unstarted to open to closed, each once', () => {
    const { lms, session: it } = session(version)
    it.set('cmi.exit', 'suspend')
    it.commit()
    it.close()
    expect(lms.calls).toEqual([])
    expect([it.open(), it.open()]).toEqual([true, true])
    it.close()
    it.close()
    it.set('cmi.exit', '')
    it.commit()
    expect([it.open(), it.isOpen, it.get('cmi.exit')]).toEqual([false, false, ''])
    expect(lms.calls).toEqual(['Initialize', 'Terminate'])
  })

  it.each([
    ['true', always('true'), true],
    ['true as a value', always(true), true],
    ['1', always(1), true],
    ['nothing', always(undefined), true],
    ['null', always(null), true],
    ['nothing, with an error', always(undefined, '391'), false],
    ['null, with an error as a number', always(null, 391), false],
    ['0 without an error', always(0), true],
    ['0 with an error', always(0, 101), false],
    ['nothing and no error either', always(undefined, undefined), true],
    ['false', always('false'), false],
    ['false as a value', always(false), false],
    ['an exception', throwing, false],
  ])('takes an LMS that answers %s for %s', (_, misbehaviour, works) => {
    const { lms, session: it } = session(version)
    it.open()
    lms.misbehave = misbehaviour
    expect(it.commit()).toBe(works)
    expect(it.set('cmi.suspend_data', 'x') === 'accepted').toBe(works)
    expect(typeof it.get('cmi.suspend_data')).toBe('string')
    expect([it.close(), it.close(), it.isOpen]).toEqual([works, works, !works])
    expect(lms.calls.filter(call => call === 'Terminate')).toHaveLength(1)
  })

  it('tells an element that the LMS lacks from one that it refuses', () => {
    const { lms, session: it } = session(version)
    it.open()
    lms.misbehave = always('false', '401')
    expect(it.set('cmi.core.score.min', '0')).toBe('unsupported')
    lms.misbehave = always('false', '101')
    expect(it.set('cmi.core.score.min', '0')).toBe('refused')
  })

  it('stays closed when the LMS does not start it', () => {
    const { session: it } = session(version, always('false', '101'))
    expect([it.open(), it.isOpen]).toEqual([false, false])
  })

  it('survives an API of which most functions are missing or are something else', () => {
    const it = new ScormSession({
      api: { LMSInitialize: () => 'true', Initialize: () => 'true', LMSGetValue: 7, GetValue: null, LMSSetValue: null },
      version,
    })
    expect([it.open(), it.get('x'), it.set('x', 'y'), it.commit()]).toEqual([true, '', 'refused', false])
    expect(it.close()).toBe(false)
  })
})

describe('SCORM 2004', () => {
  it('goes on in a session that the LMS has started already', () => {
    const { session: it } = session('2004', (name) => {
      if (name === 'Initialize') return { answer: 'false' }
      return name === 'GetLastError' ? { answer: '103' } : undefined
    })
    expect(it.open()).toBe(true)
  })
})
