/** Over a real line: what becomes of a zip whose making fails in the middle, or whose client goes away. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp, createRouter, toNodeListener } from 'h3'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { fakeAssets } from '../../../tests/support/packages/fake-assets.ts'
import { fixtureLesson } from '../../../tests/support/lessons/fixture-lesson.ts'
import { answerRefusal } from '../../edge/answers/refusals.ts'
import { useWorkers } from '../../work/app-workers.ts'
import type { Job } from '../../work/jobs.ts'
import { perform } from '../../work/perform.ts'
import { WorkError, type Asking, type WorkPool } from '../../platform/work/pool.ts'
import bulk from './bulk.post.ts'

vi.mock('#player/prerender', () => ({ renderOpening: async () => '<main></main>' }))
vi.mock('../../edge/packages/app-assets.ts', () => ({ appAssets: () => fakeAssets() }))
vi.mock('../../platform/database/app-database.ts', () => ({ appDatabase: () => Promise.reject(new Error('away')) }))
vi.mock('../../content/app/app-library.ts', () => ({
  appLibrary: async () => ({
    lessons: [fixtureLesson(), fixtureLesson({ id: 'speak-up-9-11', module: 'speak-up', title: 'Speak up' })].map(value => ({
      value,
      path: '',
      lineOf: () => 1,
    })),
    help: [{ locale: 'en', checked: '2026-11-01', routes: [] }],
    issues: [],
  }),
}))

const server = createServer(toNodeListener(createApp({ onError: answerRefusal }).use(createRouter().post('/api/export/bulk', bulk))))
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => server.close())
afterEach(() => useWorkers(undefined))

const asked = (passMark: number, signal?: AbortSignal) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/export/bulk`, {
    method: 'POST',
    signal,
    body: JSON.stringify({ lessons: ['lying-online-9-11', 'speak-up-9-11'], formats: ['scorm12'], options: { passMark } }),
  })
const workers = (run: (job: Job, asking: Asking) => Promise<unknown>) => useWorkers({ run } as unknown as WorkPool)

it('a zip whose second package fails is cut off, so that nobody takes it for whole, and the log says why', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue()
  let made = 0
  workers(job => ++made > 1 ? Promise.reject(new WorkError('crashed', new Error('the reason'))) : perform(job))
  const answer = await asked(41)
  expect(answer.status).toBe(200)
  await expect(answer.arrayBuffer()).rejects.toThrow()
  expect(error).toHaveBeenCalledWith(expect.stringContaining('the reason'))
})

it('whoever goes away while theirs is made stops it', async () => {
  const goneAway = new AbortController()
  const stopped = new Promise((resolve) => {
    workers((_, { signal }) => new Promise((_, reject) => {
      signal?.addEventListener('abort', () => {
        resolve('stopped')
        reject(signal.reason)
      })
      goneAway.abort()
    }))
  })
  await expect(asked(42, goneAway.signal)).rejects.toThrow()
  expect(await stopped).toBe('stopped')
})
