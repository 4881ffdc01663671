import { createApp, createRouter, toWebHandler } from 'h3'
import { describe, expect, it, vi } from 'vitest'
import { fakeAssets } from '../../../tests/support/fake-assets.ts'
import { fixtureLesson } from '../../../tests/support/fixture-lesson.ts'
import serve from '../../routes/export/preview/package/[key]/[...path].get.ts'
import type { PreviewPackage } from '../../scorm/preview/package-store.ts'
import get from './index.get.ts'
import post from './preview.post.ts'

vi.mock('#player/prerender', () => ({ renderOpening: async () => '<main></main>' }))
vi.mock('../../scorm/assets-in-app.ts', () => ({ appAssets: () => fakeAssets() }))
vi.mock('../../content/library-in-app.ts', () => ({
  appLibrary: async () => ({
    lessons: [fixtureLesson(), fixtureLesson({ id: 'speak-up-9-11', module: 'speak-up', title: 'Speak up' })].map(value => ({ value, path: '', lineOf: () => 1 })),
    help: [{ locale: 'en', checked: '2026-11-01', routes: [] }],
    issues: [],
  }),
}))

const app = toWebHandler(createApp().use(createRouter()
  .get('/api/export', get).post('/api/export/preview', post).get('/export/preview/package/:key/**:path', serve)))
const asked = (path: string) => app(new Request(`http://localhost${path}`))
const sent = (body: unknown) => app(new Request('http://localhost/api/export/preview', { method: 'POST', body: JSON.stringify(body) }))

async function built(changes: object = {}): Promise<PreviewPackage> {
  const response = await sent({ lessons: ['lying-online-9-11'], format: 'scorm12', ...changes })
  expect(response.status).toBe(200)
  return await response.json() as PreviewPackage
}

describe('a package to be checked', () => {
  it('has the very bytes of the download', async () => {
    const { fileName, sha256, bytes } = await built()
    const download = await (await asked('/api/export?lesson=lying-online-9-11&format=scorm12')).arrayBuffer()
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', download)).toString('hex')
    expect({ fileName, sha256, bytes }).toEqual({ fileName: 'lying-online-9-11_en_scorm12.zip', sha256: digest, bytes: download.byteLength })
  })

  it('takes the options of the export page, and lists the lessons of a course', async () => {
    const course = await built({ lessons: ['lying-online-9-11', 'speak-up-9-11'], options: { passMark: 90 } })
    expect(course.items.map(({ title }) => title)).toEqual([fixtureLesson().title, 'Speak up'])
    expect(course.sha256).not.toBe((await built()).sha256)
    for (const { href } of course.items) expect((await asked(`/export/preview/package/${course.key}/${href}`)).status).toBe(200)
  })

  it('brings the report of its self-check', async () => {
    expect((await built()).report.checked.length).toBeGreaterThan(10)
  })

  it.each([
    [{ lessons: [] }, 400, 'lessons'],
    [{ lessons: ['nothing'] }, 404, 'lessons'],
    [{ format: 'web' }, 400, 'format'],
    [{ options: { nonsense: 1 } }, 400, 'options.nonsense'],
  ])('is refused for %j with %d', async (changes, status, field) => {
    const response = await sent({ lessons: ['lying-online-9-11'], format: 'scorm12', ...changes })
    expect(response.status).toBe(status)
    const { data } = await response.json() as { data: { issues: { field: string, message: string }[] } }
    expect(data.issues[0]).toMatchObject({ field, message: expect.stringMatching(/\w/) })
  })
})

describe('its files', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['player.js', 'application/javascript'],
    ['pictures/cover.svg', 'image/svg+xml'],
    ['fonts/lexend.woff2', 'application/octet-stream'],
    ['imsmanifest.xml', 'text/xml'],
  ])('%s is served as %s, never sniffed and never kept', async (path, type) => {
    const { key } = await built()
    const response = await asked(`/export/preview/package/${key}/${path}`)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'x-frame-options': 'SAMEORIGIN',
    })
  })

  it('what is no longer kept says how it is built again', async () => {
    const response = await asked('/export/preview/package/abc/index.html')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Press "Start over"')
  })

  it.each(['nothing.js', '..%2F..%2Fpackage.json', '%E0%A4%A'])('there is no file %s', async (path) => {
    const { key } = await built()
    const response = await asked(`/export/preview/package/${key}/${path}`)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('There is no such file in this package.')
  })
})
