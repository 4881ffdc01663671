import { unzipSync } from 'fflate'
import { createApp, createRouter, toWebHandler } from 'h3'
import { expect, it, vi } from 'vitest'
import { fakeAssets } from '../../tests/support/fake-assets.ts'
import { fixtureLesson } from '../../tests/support/fixture-lesson.ts'
import handler from './export.get.ts'

vi.mock('#player/prerender', () => ({ renderOpening: async () => '<main></main>' }))
vi.mock('../scorm/assets-in-app.ts', () => ({ appAssets: () => fakeAssets() }))
vi.mock('../content/library-in-app.ts', () => ({
  appLibrary: async () => ({
    lessons: [{ value: fixtureLesson(), path: '', lineOf: () => 1 }],
    help: [{ locale: 'en', checked: '2026-11-01', routes: [] }],
    issues: [],
  }),
}))

function get(query: string) {
  const app = createApp().use(createRouter().get('/api/export', handler))
  return toWebHandler(app)(new Request(`http://localhost/api/export?${query}`))
}

it('answers with the package as a download', async () => {
  const response = await get('lesson=lying-online-9-11&format=scorm12')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="lying-online-9-11_en_scorm12.zip"')
  expect(Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())))).toContain('imsmanifest.xml')
})

it.each([
  ['', 400, 'lesson', 'say which lesson'],
  ['lesson=lying-online-9-11&format=pdf', 400, 'format', 'the formats are: scorm12, scorm2004-3, scorm2004-4'],
  ['lesson=lying-online-9-11&lesson=x&format=scorm12', 400, 'lesson', 'say which lesson'],
  ['lesson=nothing&format=scorm12', 404, 'lesson', 'The lessons are: lying-online-9-11.'],
  ['lesson=lying-online-9-11&format=scorm12&locale=cy', 404, 'locale', 'The locales are: en.'],
])('refuses "%s" with %d and says what to do', async (query, status, field, words) => {
  const response = await get(query)
  expect(response.status).toBe(status)
  const { data } = await response.json() as { data: { issues: { field: string, message: string }[] } }
  expect(data.issues[0]).toMatchObject({ field, message: expect.stringContaining(words) })
})
