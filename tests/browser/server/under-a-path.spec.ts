/**
 * The app under a path of an address that has other pages too: a set-up, a class, a pupil's way in and through a lesson, an
 * export and its preview.
 */
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { untilAlive } from '../support/alive.ts'
import { addPupilsTo } from '../support/class-list.ts'
import { lessonId, lessonOn } from '../support/open-lesson.ts'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'

const BASE = '/whos-there/'

test.describe.configure({ mode: 'serial' })
let server: SchoolServer
let teacher: Page
/** Whatever was asked for outside the path, or was not there. */
const astray: string[] = []

/** A page whose every request, and every address that stands in it, is looked at. */
function watched(page: Page): Page {
  page.on('response', (response) => {
    const { pathname, origin } = new URL(response.url())
    if (origin !== new URL(server.address).origin) return
    if (!pathname.startsWith(BASE) || response.status() >= 400) astray.push(`${response.status()} ${pathname} on ${page.url()}`)
  })
  return page
}

async function go(page: Page, path: string) {
  await page.goto(server.address + path, { waitUntil: 'networkidle' })
  await untilAlive(page)
  const written = await page.evaluate(() =>
    [...document.querySelectorAll('[href], [src], [action]')].flatMap(element =>
      ['href', 'src', 'action'].map(name => element.getAttribute(name) ?? ''),
    ),
  )
  astray.push(
    ...written
      .filter(address => /^\/(?!\/)/.test(address) && !`${address}/`.startsWith(BASE))
      .map(address => `${address} stands on ${path}`),
  )
}

test.beforeAll(async ({ browser }) => {
  server = await startSchoolServer({ NUXT_APP_BASE_URL: BASE })
  teacher = watched(await server.setUp(browser))
})
test.afterAll(() => server.stop())
test.afterEach(() => expect(astray.splice(0)).toEqual([]))

test('the set-up link leads there, and staff stay there', async () => {
  expect(server.setupLink).toContain(`${server.address}/setup?key=`)
  await teacher.waitForURL(`${server.address}/teach`)
  const cookies = await teacher.context().cookies()
  expect(cookies.map(({ path }) => path)).toEqual(cookies.map(() => '/whos-there'))
  for (const path of ['/teach', '/teach/classes', '/teach/school', '/teach/system', '/teach/account']) await go(teacher, path)
  // The server leads to its own pages too.
  await go(teacher, '/my')
  expect(teacher.url()).toBe(`${server.address}/join`)
})

test('public pages, pictures and styles lie under it', async ({ page }) => {
  watched(page)
  for (const path of ['/', '/lessons', `/lessons/${lessonId}`, '/help', '/parents', '/privacy', '/gallery/choice']) await go(page, path)
  for (const path of ['/favicon.svg', '/pictures/logo.svg', '/schemas/lesson.schema.json', '/api/health'])
    expect((await page.request.get(server.address + path)).status(), path).toBe(200)
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', `${BASE}favicon.svg`)
  const css = await page.evaluate(
    () => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSFontFaceRule).length,
  )
  expect(css).toBeGreaterThan(0)
  expect(
    await page.evaluate(async () =>
      (await Promise.all([...document.fonts].slice(0, 2).map(font => font.load()))).every(({ status }) => status === 'loaded'),
    ),
  ).toBe(true)
  // This one is named by a script (plugins/font.client.ts).
  await page.waitForFunction(() => [...document.fonts].some(({ family, status }) => family === 'Lexend' && status === 'loaded'))
  // What is not there is said in a page of ours.
  const missing = await page.goto(`${server.address}/no-such-page`)
  expect(missing?.status()).toBe(404)
  await expect(page.locator('a', { hasText: 'Lessons' }).first()).toHaveAttribute('href', /^\/whos-there\//)
  astray.splice(0)
})

test('a pupil comes in by card, does a screen, and what was done is on the board', async ({ browser }) => {
  const post = async (path: string, data: object) =>
    (await teacher.request.post(server.address + path, { data })).json() as Promise<unknown>
  const { id } = await post('/api/classes', { name: '5B' }) as { id: string }
  const [pupil] = await addPupilsTo(teacher.request, id, ['Ali'], server.address)
  await post('/api/assignments', {
    classIds: [id],
    lessonIds: [lessonId],
    opensOn: '2026-01-05',
    weekly: false,
    dueAfter: null,
    boosterWeeks: null,
  })
  await go(teacher, `/teach/classes/${id}/cards`)
  await go(teacher, `/teach/classes/${id}`)
  await go(teacher, `/teach/classes/${id}/door`)
  await expect(teacher.locator('.address')).toContainText(`${new URL(server.address).host}/whos-there/join`)
  await teacher.request.put(`${server.address}/api/classes/${id}/open`, { data: { minutes: 60 } })
  const { code } = await (await teacher.request.get(`${server.address}/api/classes/${id}`)).json() as { code: string }

  const context = await browser.newContext()
  const page = watched(await context.newPage())
  await go(page, '/join')
  await page.getByRole('textbox', { name: 'Type your class code' }).fill(code)
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await page.getByRole('button', { name: 'Ali' }).click()
  for (const name of pupil?.pictures ?? []) await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await page.waitForURL(`${server.address}/my`)
  expect((await context.cookies()).find(({ name }) => name === 'whos-there-pupil')).toMatchObject({ path: '/whos-there' })
  await untilAlive(page)
  await page.locator('[data-action="go"]').click()
  const driver = await lessonOn(page)
  const saved = page.waitForResponse(response => response.url().includes('/events') && response.ok())
  await driver.press('continue')
  await saved
  await context.close()
  await go(teacher, `/teach/classes/${id}/board`)
  await expect(teacher.locator('.chips li', { hasText: 'Ali' })).toBeVisible()
})

test('an export comes, and its preview runs', async ({ page }) => {
  watched(page)
  await go(page, '/export')
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action="download"]').click()])
  expect(Object.keys(unzipSync(new Uint8Array(await readFile(await file.path()))))).toContain('imsmanifest.xml')
  await go(page, `/export/preview?lesson=${lessonId}&format=scorm12&locale=en`)
  await expect(page.frameLocator('iframe').frameLocator('iframe').locator('.player')).toBeVisible()
})
