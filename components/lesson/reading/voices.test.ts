/** When read-aloud finds a voice, on devices as they are. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { localVoice, watchVoices } from './voices'

const here = { lang: 'en-GB', localService: true, name: 'Here' }
const elsewhere = { lang: 'en-GB', localService: false, name: 'Elsewhere' }

let voices: (typeof here)[] = []
beforeEach(() => {
  voices = []
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

/** A browser that tells of voices in this way. */
function browser(kind: 'an event' | 'onvoiceschanged alone' | 'nothing') {
  const events = new EventTarget()
  const synthesis = {
    onvoiceschanged: null as (() => void) | null,
    getVoices: () => voices,
    ...(kind === 'an event'
      ? { addEventListener: events.addEventListener.bind(events), removeEventListener: events.removeEventListener.bind(events) }
      : {}),
  }
  vi.stubGlobal('window', { speechSynthesis: synthesis })
  return {
    synthesis,
    arrive: () =>
      kind === 'an event'
        ? events.dispatchEvent(new Event('voiceschanged'))
        : kind === 'nothing'
          ? undefined
          : synthesis.onvoiceschanged?.(),
  }
}

describe.each(['an event', 'onvoiceschanged alone', 'nothing'] as const)('where a browser tells of voices by %s', (kind) => {
  it('they are found, however late within some seconds', () => {
    const { arrive, synthesis } = browser(kind)
    const seen: boolean[] = []
    const stop = watchVoices('en-GB', isThere => seen.push(isThere))
    expect(seen).toEqual([false])
    vi.advanceTimersByTime(9_000)
    expect(seen).not.toContain(true)
    voices = [elsewhere, here]
    arrive()
    vi.advanceTimersByTime(250)
    expect(seen.at(-1)).toBe(true)
    stop()
    expect(vi.getTimerCount()).toBe(0)
    expect(synthesis.onvoiceschanged).toBeNull()
  })

  it('a voice that sends the text away is none, and nobody looks for ever', () => {
    const { arrive } = browser(kind)
    voices = [elsewhere]
    const look = vi.fn()
    watchVoices('en-GB', look)
    arrive()
    vi.advanceTimersByTime(60_000)
    expect(look).not.toHaveBeenCalledWith(true)
    expect(vi.getTimerCount()).toBe(0)
    expect(look.mock.calls.length).toBeLessThan(70)
  })
})

it('a voice that is taken away again is noticed', () => {
  const { arrive } = browser('an event')
  voices = [here]
  const seen: boolean[] = []
  watchVoices('en-GB', isThere => seen.push(isThere))
  voices = []
  arrive()
  expect(seen).toEqual([true, false])
})

it('a browser without speech, or with an empty one, has no voice', () => {
  vi.stubGlobal('window', {})
  expect(localVoice('en-GB')).toBeUndefined()
  watchVoices('en-GB', () => undefined)()
  vi.stubGlobal('window', { speechSynthesis: {} })
  expect(localVoice('en-GB')).toBeUndefined()
  watchVoices('en-GB', () => undefined)()
})

it('takes a voice as Android writes it, and another of the same language where there is no better', () => {
  browser('nothing')
  voices = [{ ...here, lang: 'en_US' }, { ...here, lang: 'en_GB', name: 'Android' }]
  expect(localVoice('en-GB')?.name).toBe('Android')
  expect(localVoice('en-IE')?.lang).toBe('en_US')
  expect(localVoice('cy')).toBeUndefined()
})
