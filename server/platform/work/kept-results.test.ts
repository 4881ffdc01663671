import { describe, expect, it, vi } from 'vitest'
import { KeptResults } from './kept-results.ts'

const kept = () => new KeptResults<string>(10, ({ length }) => length)

describe('results that are kept', () => {
  it('are made once, also for several who ask at the same time', async () => {
    const results = kept()
    const make = vi.fn(async () => 'made')
    expect(await Promise.all([results.get('a', make), results.get('a', make)])).toEqual(['made', 'made'])
    expect(await results.get('a', make)).toBe('made')
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('go when there is no more room, the one first that nobody has asked for longest', async () => {
    const results = kept()
    for (const key of ['a', 'b']) await results.get(key, async () => '12345')
    results.find('a')
    await results.get('c', async () => '12345')
    expect(['a', 'b', 'c'].filter(key => results.find(key))).toEqual(['a', 'c'])
    await results.get('too large', async () => '12345678901')
    expect(['a', 'c', 'too large'].filter(key => results.find(key))).toEqual([])
  })

  it('what went wrong is not kept', async () => {
    const results = kept()
    await expect(results.get('a', () => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong')
    expect(await results.get('a', async () => 'right')).toBe('right')
  })

  it('work goes on while one of those who asked still waits, and is stopped when nobody does', async () => {
    const results = kept()
    const stopped = vi.fn()
    let finish: (made: string) => void = () => {}
    const make = (signal: AbortSignal) => {
      signal.addEventListener('abort', stopped)
      return new Promise<string>((resolve, reject) => {
        finish = resolve
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    }
    const [one, two] = [new AbortController(), new AbortController()]
    const [first, second] = [results.get('a', make, one.signal), results.get('a', make, two.signal)]
    one.abort(new Error('gone'))
    await expect(first).rejects.toThrow('gone')
    expect(stopped).not.toHaveBeenCalled()
    two.abort(new Error('gone too'))
    await expect(second).rejects.toThrow('gone too')
    expect(stopped).toHaveBeenCalledTimes(1)
    const third = results.get('a', make)
    finish('anew')
    expect(await third).toBe('anew')
  })
})
