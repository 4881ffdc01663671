/** A package of another maker is played on the server's second host, which reaches nothing of the app; and nothing of it is left. */
import { request as ask } from 'node:http'
import { expect, test, type Page } from '@playwright/test'
import { rise, storyline } from '../../support/packages/authoring-tools.ts'
import { rawZip, replaced, zipOf, type PackageFiles } from '../../support/packages/packages.ts'
import { faulty, inAWindow } from '../../support/packages/odd-packages.ts'
import { goTo } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'
import { startSchoolServer, type SchoolServer } from '../support/school-server.ts'

test.describe.configure({ mode: 'serial' })

let server: SchoolServer
let page: Page
test.beforeAll(async ({ browser }) => {
  server = await startSchoolServer()
  page = await server.setUp(browser)
})
test.afterAll(async () => {
  await page.context().close()
  await server.stop()
})

const FIELD = '[name="foreign-package"]'
const file = (bytes: Uint8Array, name = 'course.zip') => ({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) })

async function played(files: PackageFiles): Promise<void> {
  await goTo(page, '/export/preview')
  await page.locator(FIELD).setInputFiles(file(zipOf(files)))
}

/** Presses a button of the package, in whichever of its frames that stands. */
async function press(name: RegExp) {
  const found = async () => {
    for (const frame of page.frames().filter(one => one.url().includes('/package/'))) {
      const button = frame.getByRole('button', { name })
      if (await button.count().catch(() => 0) > 0) return button
    }
    return undefined
  }
  await expect.poll(async () => await found() !== undefined).toBe(true)
  await (await found())?.click()
}

/** As a browser asks the second host, on whichever name that is reached. @returns status and words */
function secondHost(path: string, dest: string): Promise<[number | undefined, string]> {
  const { hostname, port } = new URL(server.address)
  const headers = { host: `preview.localhost:${port}`, 'sec-fetch-dest': dest, accept: 'text/html' }
  return new Promise((resolve, reject) => {
    ask({ hostname, port, path, headers }, async (response) => {
      const parts: Buffer[] = await response.toArray()
      expect(response.headers['set-cookie']).toBeUndefined()
      resolve([response.statusCode, Buffer.concat(parts).toString()])
    }).on('error', reject).end()
  })
}

const packageAddress = () => page.frames().find(frame => frame.url().includes('/play/'))?.url() ?? ''

test('lessons of SCORM 1.2 and 2004 are played, their calls are in the log, and what they recorded is told', async () => {
  await played(storyline())
  await expect(page.locator('[data-call="LMSInitialize"]')).toBeVisible()
  // What stands in the frame is another's, and its window knows of none around it, so axe cannot ask there.
  await expectAccessible(page, 'a package of another maker', ['frame-tested'])
  await press(/next/i)
  await press(/next/i)
  await expect(page.locator('[data-element="cmi.core.lesson_status"]')).toContainText('passed')
  await expect(page.locator('[data-call="LMSFinish"]')).toHaveCount(0)
  await page.locator('[data-action="leave-lesson"]').click()
  await expect(page.locator('[data-recorded]')).toContainText('session begun, ended, status passed, score 90,')
  await expect(page.locator('[data-call="LMSFinish"]')).toHaveAttribute('data-problem', 'false')
  await page.locator('[data-action="relaunch"]').click()
  await expect(page.locator('.state')).toContainText('Launch 2: resumed')

  const before = packageAddress()
  await page.locator('[data-action="another"]').click()
  await page.locator(FIELD).setInputFiles(file(zipOf(rise())))
  await expect(page.locator('[data-call="Initialize"]')).toBeVisible()
  expect(packageAddress()).not.toBe(before)
  await press(/start course/i)
  await press(/continue/i)
  await page.locator('[data-action="leave-lesson"]').click()
  await expect(page.locator('[data-recorded]')).toContainText('session begun, ended, status completed, passed, score 0.8,')
})

test('a window that it opens is shown over the lesson, finds the run-time by its opener, and closes itself', async () => {
  await played(inAWindow())
  await press(/launch course/i)
  await press(/^check$/i)
  const shown = page.frameLocator('[data-busy] iframe').locator('[data-window]')
  await expect(shown).toHaveCount(1)
  await press(/exit course/i)
  await expect(shown).toHaveCount(0)
  await expect(page.locator('[data-recorded=over]')).toContainText('session begun, ended, status passed, score 75,')
  await expect(page.locator('[data-list=windows]')).toHaveText('player/index.html')
  await expect(page.locator('[data-recorded]')).toContainText('a window of its own ("player/index.html")')
  // A link that asks for a window is one; and whoever looks closes it.
  const notes = page.frames().find(one => one.url().includes('/package/launch.html'))
  await notes?.getByRole('link', { name: 'Notes' }).click()
  await expect(shown.locator('iframe').contentFrame().getByText('Notes on clouds')).toBeVisible()
  await shown.getByRole('button', { name: 'Close the lesson\'s window' }).click()
  await expect(shown).toHaveCount(0)
})

test('what goes wrong in its pages is told while it is played, and its questions are answered', async () => {
  await played(faulty())
  // In which order they come is the browser's business.
  const listed = (name: string) => expect.poll(async () => (await page.locator(`[data-list=${name}] li`).allInnerTexts()).sort())
  await listed('errors').toEqual(['begins is not defined', 'inner fault', 'no data'])
  await listed('missing').toEqual(['data/gone.json', 'gone.js', 'pictures/gone.png'])
  await listed('questions').toEqual(['Carry on where you left off?', 'Windy', 'Your name?'])
  await expect(page.locator('[data-recorded=so-far]')).toContainText('3 files that are not in the package')
  await expect(page.getByRole('link', { name: 'While it runs: 6 faults' })).toBeVisible()
  const asked = page.frames().find(one => one.url().includes('/package/index.html'))
  await expect(asked?.locator('#answer') ?? page.locator('nothing')).toHaveText('true nobody')
})

test('its script reaches neither the app, nor another host, nor the window it stands in', async () => {
  const spying = replaced({ ...storyline() }, 'story.html', '</body>', '<img src="https://elsewhere.example/a.png" alt=""></body>')
  await played(spying)
  await expect(page.locator('[data-call="LMSInitialize"]')).toBeVisible()
  const frame = page.frames().find(one => one.url().includes('/package/story.html'))
  if (!frame) throw new Error('no package')
  const reached = await frame.evaluate(async (app) => {
    const attempts: Record<string, () => unknown> = {
      'the app\'s page': () => window.top?.document ?? Promise.reject(new Error('none')),
      'its storage': () => window.top?.localStorage ?? Promise.reject(new Error('none')),
      'its API with cookies': () => fetch(`${app}/api/auth/me`, { credentials: 'include' }),
      'its API unread': () => fetch(`${app}/api/auth/sign-out`, { method: 'POST', mode: 'no-cors', credentials: 'include' }),
      'the API on its own host': async () => (await fetch('/api/auth/me')).ok || Promise.reject(new Error('none')),
      'a page of the app in a frame': () =>
        new Promise((resolve, reject) => {
          document.addEventListener('securitypolicyviolation', reject, { once: true })
          const inner = document.createElement('iframe')
          inner.onload = () => setTimeout(resolve, 5_000)
          inner.src = `${app}/lessons`
          document.body.append(inner)
        }),
      'a form sent to the app': () =>
        new Promise((resolve, reject) => {
          document.addEventListener('securitypolicyviolation', reject, { once: true })
          setTimeout(resolve, 5_000)
          // Elsewhere than in this frame, which would show that it was blocked.
          const inner = document.createElement('iframe')
          inner.name = 'inner'
          const form = document.createElement('form')
          Object.assign(form, { method: 'post', action: `${app}/api/auth/sign-out`, target: 'inner' })
          document.body.append(inner, form)
          form.submit()
        }),
      'a script from elsewhere': () =>
        new Promise((resolve, reject) => {
          const script = document.createElement('script')
          Object.assign(script, { onload: resolve, onerror: reject, src: `${app}/worker.js` })
          document.head.append(script)
        }),
      'a service worker': () => navigator.serviceWorker.register('story.js'),
      'a window': () => window.open(`${app}/lessons`) ?? Promise.reject(new Error('none')),
      'another page at the top': () => {
        if (window.top) window.top.location.href = `${app}/lessons`
      },
    }
    const open: string[] = []
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt()
        open.push(name)
      }
      catch { /* Shut, as it should be. */ }
    }
    return { open, cookies: document.cookie, origin: location.origin }
  }, server.address)
  expect(reached).toEqual({ open: [], cookies: '', origin: server.address.replace('localhost', 'preview.localhost') })
  expect(new URL(page.url()).pathname).toBe('/export/preview')
  expect(page.context().pages()).toHaveLength(1)

  await page.locator('[data-action="leave-lesson"]').click()
  await expect(page.locator('[data-recorded]')).toContainText('https://elsewhere.example/a.png')
  // Still signed in, and its own cookie is there.
  expect(await (await page.request.get('/api/auth/me')).json()).toMatchObject({ staff: { name: expect.any(String) } })
})

test('either host has nothing of the other\'s, a page stands alone in no window, and once it is left nothing is there', async () => {
  await played(storyline())
  await expect(page.locator('[data-call="LMSInitialize"]')).toBeVisible()
  const { pathname } = new URL(packageAddress())
  expect((await secondHost(pathname, 'iframe'))[0]).toBe(200)
  expect((await secondHost(pathname, 'document'))[0]).toBe(404)
  for (const path of ['/', '/api/health', '/api/auth/me', '/export/preview', '/favicon.ico', '/robots.txt', '/lessons'])
    expect(await secondHost(path, 'iframe'), path).toEqual([404, 'There is nothing here.'])
  expect((await page.request.get(pathname)).status()).toBe(404)
  const frames = async (path: string) => (await page.request.get(path)).headers()['content-security-policy'] ?? ''
  expect(await frames('/export/preview')).toContain('frame-src \'self\' http://preview.localhost')
  expect(await frames('/export')).not.toContain('preview.localhost')

  const kept = async () => (await page.context().cookies()).filter(({ domain }) => domain === 'preview.localhost').length
  await page.frames().find(one => one.url().includes('/package/'))?.evaluate(() => {
    document.cookie = 'mark=1; path=/; SameSite=None; Secure; Partitioned'
  })
  await expect.poll(kept).toBe(1)
  await page.goto('/export')
  await expect.poll(async () => (await secondHost(pathname, 'iframe'))[0]).toBe(404)
  await expect.poll(kept).toBe(0)
})

test('who is not signed in is refused before anything is read, and what is no package in one sentence each', async ({ browser }) => {
  await goTo(page, '/export/preview')
  for (const [bytes, said] of [
    [new TextEncoder().encode('%PDF-1.7'), 'This is not a zip file but a PDF.'],
    [rawZip([{ name: 'index.html', content: 'a', size: 400_000_000 }]), 'so it was not unpacked'],
    [zipOf({ 'index.html': '<!doctype html>' }), 'It is: web pages in a zip.'],
  ] as const) {
    await page.locator(FIELD).setInputFiles(file(bytes, 'wrong.zip'))
    await expect(page.getByRole('alert')).toContainText('wrong.zip is not played.')
    await expect(page.getByRole('alert')).toContainText(said)
  }
  await expectAccessible(page, 'the choice of a package')

  const stranger = await browser.newContext({ baseURL: server.address })
  const sent = { data: Buffer.from(zipOf(storyline())), headers: { 'content-type': 'application/zip' } }
  expect((await stranger.request.post('/api/export/preview/foreign', sent)).status()).toBe(401)
  expect((await stranger.request.post('/api/export/preview/foreign', { ...sent, data: Buffer.alloc(70_000_000) })).status()).toBe(401)
  const other = await stranger.newPage()
  await other.goto('/export/preview')
  await expect(other.getByRole('link', { name: 'Sign in', exact: true }).last()).toBeVisible()
  await expect(other.locator(FIELD)).toHaveCount(0)
  await stranger.close()
})
