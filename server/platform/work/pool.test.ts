import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { threadsFor, WorkPool, type PoolSettings } from './pool.ts'

const filename = fileURLToPath(new URL('../../../tests/support/work/worker.mjs', import.meta.url))
const opened: WorkPool[] = []
function pool(settings: Partial<PoolSettings> = {}) {
  const made = new WorkPool(Object.setPrototypeOf(settings, { script: () => filename, threads: 1, limit: 60_000 }) as PoolSettings)
  opened.push(made)
  return {
    pool: made,
    ask: (what: string, more: object = {}, client = 'a', signal?: AbortSignal) =>
      made.run<{ what: string, threadId: number }>({ what, ...more }, { client, signal }),
  }
}
afterEach(() => Promise.all(opened.splice(0).map(made => made.close())))

describe('the pool of workers', () => {
  it('does work in another thread, and keeps the thread', async () => {
    const { ask } = pool()
    const [one, two] = [await ask('one'), await ask('two')]
    expect([one.what, two.what, one.threadId === two.threadId, one.threadId > 0]).toEqual(['one', 'two', true, true])
  })

  it.each([
    ['crash', 'crashed'],
    ['memory', 'crashed'],
    ['throw', 'crashed'],
    ['hang', 'too-long'],
  ] as const)('a worker that does "%s" is replaced, and whoever asked is told: %s', async (what, reason) => {
    let asked = 0
    // What hangs may end soon; what comes next has to start a worker first, which on a busy machine takes its time.
    const { ask } = pool({ get limit() {
      return what === 'hang' && asked++ === 0 ? 1_500 : 60_000
    } })
    const bad = ask(what)
    const next = ask('next')
    await expect(bad).rejects.toMatchObject({ name: 'WorkError', reason })
    expect((await next).what).toBe('next')
  })

  it('says that it is busy rather than letting the line grow', async () => {
    const { ask } = pool({ waiting: 2, waitingOfOne: 2 })
    const all = ['1', '2', '3'].map(what => ask(what, { milliseconds: 20 }))
    await expect(ask('4')).rejects.toMatchObject({ reason: 'busy' })
    expect((await Promise.all(all)).map(({ what }) => what)).toEqual(['1', '2', '3'])
  })

  it('whoever goes away leaves the line, and stops what was begun for them', async () => {
    const { ask } = pool()
    const [goneWhileWorking, goneWhileWaiting] = [new AbortController(), new AbortController()]
    const working = ask('hang', {}, 'a', goneWhileWorking.signal)
    const waiting = ask('waits', {}, 'a', goneWhileWaiting.signal)
    const stays = ask('stays')
    goneWhileWaiting.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    goneWhileWorking.abort(new Error('gone'))
    await expect(working).rejects.toThrow('gone')
    expect((await stays).what).toBe('stays')
  })

  it('is ended at once, whatever a worker is stuck in', async () => {
    const { pool: made, ask } = pool()
    const stuck = ask('hang').catch((error: unknown) => error)
    await new Promise(resolve => setTimeout(resolve, 100))
    await made.close()
    expect(await stuck).toMatchObject({ name: 'WorkError' })
  })
})

describe('how many workers there are', () => {
  it.each([[1, 1], [2, 1], [8, 7]])('on %d cores: %d', (cores, expected) => {
    expect(threadsFor(cores)).toBe(expected)
  })
})
