import { createApp, createRouter, toWebHandler } from 'h3'
import { describe, expect, it, vi } from 'vitest'
import { fakeAssets } from '../../../tests/support/packages/fake-assets.ts'
import { fixtureLesson } from '../../../tests/support/lessons/fixture-lesson.ts'
import { answerRefusal } from '../../edge/answers/refusals.ts'
import serve from '../../routes/export/preview/package/[key]/[...path].get.ts'
import type { PreviewPackage } from '#shared/api/packages'
import get from './index.get.ts'
import post from './preview.post.ts'

vi.mock('#player/prerender', () => ({ renderOpening: async () => '<main></main>' }))
vi.mock('../../edge/packages/app-assets.ts', () => ({ appAssets: () => fakeAssets() }))
vi.mock('nitropack/runtime', () => ({ useRuntimeConfig: () => ({ app: { baseURL: '/school/' } }) }))
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
  .get('/api/export', get).post('/api/export/preview', post).get('/export/preview/package/:key/**:path', serve)))
const asked = (path: string, headers: Record<string, string> = {}) => app(new Request(`http://localhost${path}`, { headers }))
const sent = (body: unknown) => app(new Request('http://localhost/api/export/preview', { method: 'POST', body: JSON.stringify(body) }))

/** As the browser has it that made the preview. */
async function built(changes: object = {}): Promise<PreviewPackage & { cookie: string, said: string }> {
  const response = await sent({ lessons: ['lying-online-9-11'], format: 'scorm12', ...changes })
  expect(response.status).toBe(200)
  const said = response.headers.get('set-cookie') ?? ''
  return { ...await response.json() as PreviewPackage, cookie: said.split(';')[0] ?? '', said }
}

describe('a package to be checked', () => {
  it('has the very bytes of the download', async () => {
    const { fileName, sha256, bytes } = await built()
    const download = await (await asked('/api/export?lesson=lying-online-9-11&format=scorm12')).arrayBuffer()
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', download)).toString('hex')
    expect({ fileName, sha256, bytes }).toEqual({
      fileName: 'lying-online-9-11_en_scorm12.zip',
      sha256: digest,
      bytes: download.byteLength,
    })
  })

  it('takes the options of the export page, and lists the lessons of a course', async () => {
    const course = await built({ lessons: ['lying-online-9-11', 'speak-up-9-11'], options: { passMark: 90 } })
    expect(course.items.map(({ title }) => title)).toEqual([fixtureLesson().title, 'Speak up'])
    expect(course.sha256).not.toBe((await built()).sha256)
    for (const { href } of course.items)
      expect((await asked(`/export/preview/package/${course.key}/${href}`, { cookie: course.cookie })).status).toBe(200)
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

describe('a preview belongs to the browser that made it', () => {
  it('by a cookie for this preview alone, out of reach of scripts and of other sites, for half an hour', async () => {
    const { key, said } = await built()
    expect(said).toBe(`${said.split(';')[0]}; Max-Age=1800; Path=/school/export/preview/package/${key}/; HttpOnly; SameSite=Strict`)
    expect(said).toMatch(/^whos-there-preview=[\w-]{43};/)
  })

  it.each([
    ['no cookie', () => ''],
    ['the cookie of another preview', (_: string, other: string) => other],
    ['a made-up cookie', () => 'whos-there-preview=abc'],
  ])('its page stays shut to %s, with the same words as for one that never was', async (_, cookieOf) => {
    const [own, other] = [await built(), await built()]
    const [response, never] = await Promise.all(
      [`/export/preview/package/${own.key}/index.html`, '/export/preview/package/abc/index.html'].map(path =>
        asked(path, { cookie: cookieOf(own.cookie, other.cookie) }),
      ),
    )
    expect([response?.status, never?.status]).toEqual([404, 404])
    const text = await response?.text()
    expect(text).toBe(await never?.text())
    expect(text).toContain('opens only in the browser that made it')
    expect(text).toContain('href="/school/export"')
    expect(response?.headers.get('content-security-policy')).toContain('sandbox')
  })

  it.each(['pictures/cover.svg', 'lesson.js', 'imsmanifest.xml', '~preview.js'])(
    '%s is a file for its page, and no page for a stranger',
    async (path) => {
      const { key, cookie } = await built()
      const address = `/export/preview/package/${key}/${path}`
      expect((await asked(address, { 'sec-fetch-mode': 'no-cors' })).status).toBe(200)
      expect((await asked(address)).status).toBe(200)
      expect((await asked(address, { 'sec-fetch-mode': 'navigate' })).status).toBe(404)
      expect((await asked(address, { accept: 'text/html,*/*' })).status).toBe(404)
      expect((await asked(address, { 'sec-fetch-mode': 'navigate', cookie })).status).toBe(200)
    },
  )
})

describe('its files', () => {
  it.each([
    ['player.js', 'application/javascript'],
    ['activities.css', 'text/css'],
    ['~preview.js', 'application/javascript'],
    ['pictures/cover.svg', 'image/svg+xml'],
    ['fonts/lexend.woff2', 'application/octet-stream'],
    ['imsmanifest.xml', 'text/xml'],
  ])('%s is served as %s, never sniffed, never kept and in a sandbox', async (path, type) => {
    const { key } = await built()
    const response = await asked(`/export/preview/package/${key}/${path}`)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'content-security-policy': expect.stringMatching(/^sandbox allow-scripts; default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'x-frame-options': 'SAMEORIGIN',
    })
    expect(response.headers.get('access-control-allow-origin')).toBe(path.startsWith('fonts/') ? '*' : null)
  })

  it('its page stands whole inside a page that says what it is, in a sandbox, with its own folder as all that it may load', async () => {
    const { key, cookie } = await built()
    const response = await asked(`/export/preview/package/${key}/index.html`, { cookie })
    const root = `http://localhost/school/export/preview/package/${key}/`
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^sandbox allow-scripts; default-src 'none'; /)
    expect(policy).toContain(`script-src 'self' ${root};`)
    expect(policy).toContain(`connect-src ${root}connected.html;`)
    expect(policy).not.toMatch(/allow-same-origin|allow-top|allow-popups|allow-forms/)
    const text = await response.text()
    expect(text).toContain('<strong>Preview.</strong>')
    expect(text).toContain('<iframe title="The lesson in this preview" sandbox="allow-scripts" srcdoc="')
    expect(text).toContain(`default-src 'self' ${root}; img-src`)
  })

  it('what a lesson asks its server for is given to the lesson, and is a page of the preview to whoever opens it', async () => {
    const { key, cookie } = await built()
    const address = `/export/preview/package/${key}/connected.html`
    const response = await asked(address, { 'sec-fetch-mode': 'cors' })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    expect(await response.text()).toMatch(/^<!doctype html>\n?<html[^>]*><meta charset="utf-8"><meta name="generator" content="whos-there-connected">/)
    expect((await asked(address, { 'sec-fetch-mode': 'navigate' })).status).toBe(404)
    expect(await (await asked(address, { 'sec-fetch-mode': 'navigate', cookie })).text()).toContain('<strong>Preview.</strong>')
  })

  it.each(['nothing.js', '..%2F..%2Fpackage.json', '%E0%A4%A'])('there is no file %s', async (path) => {
    const { key } = await built()
    const response = await asked(`/export/preview/package/${key}/${path}`)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('There is no such file in this package.')
  })
})
