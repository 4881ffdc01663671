import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { createApp, createRouter, toWebHandler } from 'h3'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeAssets } from '../../../tests/support/packages/fake-assets.ts'
import { fixtureLesson } from '../../../tests/support/lessons/fixture-lesson.ts'
import { answerRefusal } from '../../edge/answers/refusals.ts'
import { useWorkers } from '../../work/app-workers.ts'
import type { Job } from '../../work/jobs.ts'
import { perform } from '../../work/perform.ts'
import { WorkError, type WorkPool } from '../../platform/work/pool.ts'
import bulk from './bulk.post.ts'
import get from './index.get.ts'
import post from './index.post.ts'
import summary from './summary.post.ts'

vi.mock('#player/prerender', () => ({ renderOpening: async () => '<main></main>' }))
vi.mock('../../edge/packages/app-assets.ts', () => ({ appAssets: () => fakeAssets() }))
// Without a database nothing is counted.
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

const app = toWebHandler(createApp({ onError: answerRefusal }).use(createRouter()
  .get('/api/export', get).post('/api/export', post).post('/api/export/summary', summary).post('/api/export/bulk', bulk)))
const byAddress = (query: string) => app(new Request(`http://localhost/api/export?${query}`))
const sent = (path: string, body: unknown) =>
  app(new Request(`http://localhost/api/export${path}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }))

interface Refusal { data: { issues: { field: string, message: string }[] } }

async function bytesOf(response: Response) {
  return new Uint8Array(await response.arrayBuffer())
}

describe('asking for one package', () => {
  it('answers with the package as a download', async () => {
    const response = await byAddress('lesson=lying-online-9-11&format=scorm12')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="lying-online-9-11_en_scorm12.zip"')
    expect(response.headers.get('x-awaiting-review')).toBe('lying-online-9-11')
    const manifest = strFromU8(unzipSync(await bytesOf(response))['imsmanifest.xml'] ?? new Uint8Array())
    expect(manifest).toContain('Awaiting review: no specialist in child protection has signed it off yet.')
  })

  it('takes options in the address or in a body, and makes the same bytes of both', async () => {
    const options = { passMark: 85, help: { nation: 'wales' } }
    const [one, two] = await Promise.all([
      byAddress(`lesson=lying-online-9-11&format=scorm2004-3&options=${encodeURIComponent(JSON.stringify(options))}`).then(bytesOf),
      sent('', { lessons: ['lying-online-9-11'], format: 'scorm2004-3', options }).then(bytesOf),
    ])
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
    expect(strFromU8(unzipSync(one)['imsmanifest.xml'] ?? new Uint8Array())).toContain('0.85')
  })

  it('makes one course of several lessons', async () => {
    const response = await byAddress('lesson=lying-online-9-11,speak-up-9-11&format=scorm12')
    expect(response.headers.get('content-disposition')).toContain('course-ages-9-11_en_scorm12.zip')
  })

  it.each([
    ['', 400, 'lessons', 'say which lesson'],
    ['lesson=lying-online-9-11&format=pdf', 400, 'format', 'the formats are: scorm12, scorm2004-3, scorm2004-4, web'],
    ['lesson=lying-online-9-11&lesson=x&format=scorm12', 400, 'lessons', 'say which lesson'],
    ['lesson=lying-online-9-11&format=scorm12&options={"help":{"contact":"Call me"}}', 400, 'options.help.contact', 'anybody can make one'],
    ['lesson=lying-online-9-11&format=scorm12&options={"school":{"name":"Not yours"}}', 400, 'options.school.name', 'anybody can make one'],
    [
      'lesson=lying-online-9-11&format=scorm12&options={"finish":{"to":"address","address":"https://elsewhere.example"}}',
      400,
      'options.finish.address',
      'anybody can make one',
    ],
    [
      'lesson=Call+Sam+on+07700+900123&format=scorm12',
      404,
      'lessons',
      'There is no lesson of that name in the locale "en". The lessons are',
    ],
    ['lesson=lying-online-9-11&format=scorm12&locale=Call+Sam', 404, 'locales', 'There are no lessons in the locale of that name'],
    ['lesson=nothing&format=scorm12', 404, 'lessons', 'The lessons are: lying-online-9-11, speak-up-9-11.'],
    ['lesson=lying-online-9-11&format=scorm12&locale=cy', 404, 'locales', 'The locales are: en.'],
    ['lesson=lying-online-9-11&format=scorm12&options=nonsense', 400, 'options', 'JSON'],
    ['lesson=lying-online-9-11&format=scorm12&options={"passMark":400}', 400, 'options.passMark', 'from 1 to 100'],
    ['lesson=lying-online-9-11&format=scorm12&options={"help":{"nation":"mars"}}', 400, 'options.help.nation', 'one of: uk'],
  ])('refuses "%s" with %d and says what to do', async (query, status, field, words) => {
    const response = await byAddress(query)
    expect(response.status).toBe(status)
    const { data } = (await response.json()) as Refusal
    expect(data.issues[0]).toMatchObject({ field, message: expect.stringContaining(words) })
  })

  it.each([
    ['{', 400, 'has to be JSON'],
    ['x'.repeat(300_000), 413, 'too large'],
    [
      {
        lessons: ['lying-online-9-11'],
        format: 'scorm12',
        options: { school: { logo: `data:image/png;base64,${Buffer.from('<svg onload="alert(1)"/>').toString('base64')}` } },
      },
      400,
      'not a PNG, JPEG or WebP',
    ],
  ])('refuses body %#', async (body, status, words) => {
    const response = await sent('', body)
    expect(response.status).toBe(status)
    expect(((await response.json()) as Refusal).data.issues[0]?.message).toContain(words)
  })
})

it('tells what a package holds before it is downloaded', async () => {
  const response = await sent('/summary', { lessons: ['lying-online-9-11'], format: 'scorm12' })
  const told = (await response.json()) as {
    fileName: string
    bytes: number
    sha256: string
    files: { path: string }[]
    report: { ok: boolean }
  }
  const bytes = await bytesOf(await byAddress('lesson=lying-online-9-11&format=scorm12'))
  expect(told).toMatchObject({
    fileName: 'lying-online-9-11_en_scorm12.zip',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    report: { ok: true },
    awaitingReview: ['lying-online-9-11'],
  })
  expect(told.files.map(({ path }) => path)).toEqual(Object.keys(unzipSync(bytes)))
})

describe('asking for many', () => {
  it('gives one zip of packages with a README and sums that fit', async () => {
    const response = await sent('/bulk', { lessons: ['lying-online-9-11', 'speak-up-9-11'], formats: ['scorm12', 'web'] })
    expect(response.headers.get('x-package-count')).toBe('4')
    const files = unzipSync(await bytesOf(response))
    const names = Object.keys(files)
    expect(names).toHaveLength(6)
    expect(names.at(-1)).toBe('SHA256SUMS.txt')
    const sums = strFromU8(files['SHA256SUMS.txt'] ?? new Uint8Array()).trim().split('\n')
    expect(sums).toHaveLength(4)
    for (const line of sums) {
      const [sum = '', name = ''] = line.split('  ')
      expect(createHash('sha256').update(files[name] ?? new Uint8Array()).digest('hex')).toBe(sum)
    }
    expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toContain('speak-up-9-11_en_web.zip')
    expect(response.headers.get('x-awaiting-review')).toBe('lying-online-9-11,speak-up-9-11')
    expect(strFromU8(files['README.txt'] ?? new Uint8Array()).match(/Awaiting review: (?:lying-online|speak-up)-9-11/g)).toHaveLength(4)
  })

  it('says what is wrong before anything is sent', async () => {
    expect((await sent('/bulk', { lessons: ['lying-online-9-11', 'nothing'], formats: ['scorm12'] })).status).toBe(404)
    expect((await sent('/bulk', { lessons: ['lying-online-9-11'], formats: [] })).status).toBe(400)
  })
})

describe('the work is done by workers', () => {
  const pool = (run: (job: Job) => Promise<unknown>) => {
    const asked = vi.fn(run)
    useWorkers({ run: asked } as unknown as WorkPool)
    return asked
  }
  afterEach(() => useWorkers(undefined))

  it.each([
    ['busy', 'Wait some seconds'],
    ['too-long', 'was stopped'],
    ['crashed', 'tell whoever runs this server'],
  ] as const)('where they are %s, a sentence says what to do, and when', async (reason, words) => {
    const error = vi.spyOn(console, 'error').mockReturnValue()
    pool(() => Promise.reject(new WorkError(reason, new Error('inside'))))
    const response = await sent('', { lessons: ['lying-online-9-11'], format: 'scorm12', options: { passMark: 31 } })
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(((await response.json()) as Refusal).data.issues[0]?.message).toContain(words)
    expect(error).toHaveBeenCalledTimes(reason === 'busy' ? 0 : 1)
  })

  it('the same package is made once, whoever asks and in which way, and another one for other options', async () => {
    const asked = pool(perform)
    const body = { lessons: ['lying-online-9-11'], format: 'scorm12', options: { passMark: 32 } }
    const [one, two] = await Promise.all([sent('', body).then(bytesOf), sent('', body).then(bytesOf)])
    const three = await bytesOf(await byAddress('lesson=lying-online-9-11&format=scorm12&options={"passMark":32}'))
    expect([two, three].every(bytes => Buffer.from(bytes).equals(Buffer.from(one)))).toBe(true)
    expect(asked).toHaveBeenCalledTimes(1)
    await sent('', { ...body, options: { passMark: 33 } })
    expect(asked.mock.calls.map(([{ kind }]) => kind)).toEqual(['package', 'package'])
  })

  it('a schema is asked once about the same manifest', async () => {
    const asked = pool(perform)
    const body = { lessons: ['lying-online-9-11'], format: 'scorm2004-3', options: { passMark: 34 } }
    for (let times = 0; times < 2; times += 1) await sent('/summary', body)
    expect(asked.mock.calls.map(([{ kind }]) => kind)).toEqual(['package', 'schemas'])
  })
})
