import { describe, expect, it } from 'vitest'
import { Line, LineFullError } from './line.ts'

const limits = { places: 1, waiting: 6, waitingOfOne: 4 }

/** Lets everybody in who can be, one after the other. @returns the order in which they came */
function served(line: Line) {
  const order: string[] = []
  return {
    order,
    ask: async (client: string, what: string, options?: Parameters<Line['enter']>[1]) => {
      const leave = await line.enter(client, options)
      order.push(what)
      setImmediate(leave)
    },
  }
}

describe('the line', () => {
  it('serves clients in turn, whoever asked for more', async () => {
    const { order, ask } = served(new Line(limits))
    await Promise.all([ask('a', 'a1'), ask('a', 'a2'), ask('a', 'a3'), ask('a', 'a4'), ask('b', 'b1'), ask('c', 'c1')])
    expect(order).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4'])
  })

  it('is full for one who waits for very many, while others still find room, and then for all', async () => {
    const line = new Line(limits)
    const { ask } = served(line)
    const all = ['a0', 'a1', 'a2', 'a3', 'a4'].map(what => ask('a', what))
    await expect(ask('a', 'a5')).rejects.toBeInstanceOf(LineFullError)
    all.push(ask('b', 'b1'), ask('c', 'c1'))
    await expect(ask('d', 'd1')).rejects.toBeInstanceOf(LineFullError)
    all.push(ask('a', 'goes on', { isGoingOn: true }))
    await Promise.all(all)
    expect(line.length).toBe(0)
    await ask('d', 'd1')
  })

  it('lets go of whoever gives up waiting', async () => {
    const line = new Line(limits)
    const { order, ask } = served(line)
    const goneAway = new AbortController()
    const first = ask('a', 'a1')
    const second = ask('a', 'a2', { signal: goneAway.signal })
    const third = ask('a', 'a3')
    goneAway.abort(new Error('gone'))
    await expect(second).rejects.toThrow('gone')
    await expect(line.enter('a', { signal: goneAway.signal })).rejects.toThrow('gone')
    await Promise.all([first, third])
    expect(order).toEqual(['a1', 'a3'])
  })

  it('a place that is given back twice is one place', async () => {
    const line = new Line(limits)
    const leave = await line.enter('a')
    leave()
    leave()
    const again = await line.enter('a')
    let isIn = false
    void line.enter('b').then(() => (isIn = true))
    await new Promise(setImmediate)
    expect(isIn).toBe(false)
    again()
  })
})
