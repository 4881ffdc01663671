/** What a pupil's first page costs a slow line: bytes and files, never times. */
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { areas } from '../../../i18n/areas'
import { untilAlive } from '../support/alive.ts'

/** Every key of the app's texts. */
const keys = areas
  .flatMap(area => keysIn(JSON.parse(readFileSync(`i18n/locales/en/${area}.json`, 'utf8')) as Messages))
  .filter(key => key.includes('.'))

interface Messages { readonly [key: string]: string | Messages }

function keysIn(messages: Messages, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) => typeof value === 'string' ? [prefix + key] : keysIn(value, `${prefix}${key}.`))
}

/** @returns keys that stand on the page where their texts should */
async function keysOn(page: Page): Promise<string[]> {
  const words = new Set((await page.locator('body').innerText()).split(/\s+/))
  return keys.filter(key => words.has(key))
}

/** Bytes over the wire that were asked for by kind, and the texts in the page. */
async function costOf(page: Page, path: string) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const kinds = new Map<string, string>()
  const paths = new Map<string, string>()
  const bytes: Record<string, number> = {}
  const asked: string[] = []
  const encodings = new Map<string, string>()
  /** Bytes over the wire by path. */
  const sizes = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type)
    paths.set(requestId, new URL(response.url).pathname)
    const { pathname } = new URL(response.url)
    asked.push(pathname)
    encodings.set(pathname, response.headers['content-encoding'] ?? response.headers['Content-Encoding'] ?? '')
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? ''
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
    sizes.set(paths.get(requestId) ?? '', encodedDataLength)
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  await untilAlive(page)
  return { bytes, asked, encodings, sizes }
}

test('the way in for pupils carries its own texts, and no more files and script than it did', async ({ page }) => {
  const { bytes, asked, encodings, sizes } = await costOf(page, '/join')
  const html = await (await page.request.get('/join')).text()
  expect(encodings.get('/join')).toBe('br')
  // What the page needs to work; the rest comes afterwards.
  const needed = [...new Set([...html.matchAll(/(?:href|src)="([^"]+\.js)"/g)].map(([, path = '']) => path))]
  expect(needed.length, 'files of script until it works').toBeLessThanOrEqual(6)
  expect(needed.reduce((sum, path) => sum + (sizes.get(path) ?? Number.NaN), 0), 'bytes of script until it works').toBeLessThan(108_000)
  expect(bytes.Script, 'bytes of script').toBeLessThan(139_000)
  expect(bytes.Document, 'bytes of the page').toBeLessThan(8_500)
  expect(asked.filter(path => path.includes('_i18n'))).toEqual([])
  expect(asked.filter(path => path.endsWith('.js')).length, 'files of script').toBeLessThanOrEqual(22)
  expect(html).toContain('Type your class code')
  // Nothing of other areas, which the links in view bring once the page works.
  expect(html).not.toContain('rel="prefetch"')
  for (const ofStaff of ['Set up the school', 'Second step', 'What staff did']) expect(html).not.toContain(ofStaff)
})

test('a lesson works before its activities have come, which it brings while the opening is read', async ({ page }) => {
  const { bytes, sizes } = await costOf(page, '/lessons/lying-online-9-11/play')
  const html = await (await page.request.get('/lessons/lying-online-9-11/play')).text()
  const needed = [...new Set([...html.matchAll(/(?:href|src)="([^"]+\.js)"/g)].map(([, path = '']) => path))]
  const until = needed.reduce((sum, path) => sum + (sizes.get(path) ?? Number.NaN), 0)
  expect(until, 'bytes of script until it works').toBeLessThan(132_000)
  await expect.poll(() => bytes.Script ?? 0, 'with the activities').toBeGreaterThan(until + 15_000)
  expect(needed.length, 'files').toBeLessThanOrEqual(12)
  // The opening, and of later screens no more than what leads there.
  expect(bytes.Document, 'bytes of the page, headers included').toBeLessThan(16_000)
  expect(html).not.toContain('"options"')
})

test('nothing that the page does not name comes before it works, and its font only afterwards', async ({ page }) => {
  await page.addInitScript(() => {
    // Vue puts the app there once it has taken over.
    Object.defineProperty(Element.prototype, '__vue_app__', { set: () => Object.assign(window, { worksSince: performance.now() }) })
  })
  await page.goto('/join', { waitUntil: 'networkidle' })
  const html = await (await page.request.get('/join')).text()
  const before = await page.evaluate(() => {
    const { worksSince } = window as unknown as { worksSince: number }
    const early = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < worksSince)
    return early.map(({ name }) => new URL(name).pathname).filter(path => /\.(?:js|css|woff2)$/.test(path))
  })
  expect(before.length).toBeGreaterThan(3)
  expect(before.filter(path => !html.includes(`"${path}"`))).toEqual([])
  await page.waitForFunction(() => [...document.fonts].some(({ family, status }) => family === 'Lexend' && status === 'loaded'))
})

test('the reading settings come once the page works, or when they are asked for', async ({ page }) => {
  await page.goto('/join', { waitUntil: 'networkidle' })
  await untilAlive(page)
  const [button, dialog] = [page.locator('[data-action="settings"]'), page.getByRole('dialog')]
  await button.click()
  await expect(dialog).toBeVisible()
  await dialog.locator('input[name="textSize"]').last().check()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
  await page.reload()
  await untilAlive(page)
  await button.click()
  await expect(dialog).toBeVisible()
})

test('who goes on to another area of the app finds its texts there, and no key', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', message => /not found|hydration/i.test(message.text()) && complaints.push(message.text()))
  for (const path of ['/join', '/', '/lessons', '/help', '/export', '/curriculum', '/teach/sign-in', '/gallery']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await untilAlive(page)
    expect(await keysOn(page), path).toEqual([])
  }
  await page.goto('/', { waitUntil: 'networkidle' })
  await untilAlive(page)
  await page.locator('a[href="/privacy"]').first().click()
  await page.waitForURL('**/privacy')
  await untilAlive(page)
  await page.locator('a[href="/export"]').first().click()
  await page.waitForURL('**/export')
  await untilAlive(page)
  expect(await keysOn(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('a page with a text costs at most 15 kB more script than a bare one', async ({ page, context }) => {
  // No page in the same frame brings less.
  const bare = await costOf(page, '/help')
  for (const path of ['/parents', '/accessibility', '/guides/lms/moodle']) {
    const other = await context.newPage()
    const { bytes } = await costOf(other, path)
    expect((bytes.Script ?? 0) - (bare.bytes.Script ?? 0), path).toBeLessThan(15_000)
    await other.close()
  }
})
