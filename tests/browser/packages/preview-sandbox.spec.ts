/** A preview is played through inside its sandbox, which lets nothing out, and belongs to the browser that made it. */
import { expect, test, type Frame, type Page } from '@playwright/test'
import { LessonDriver, readLesson } from '../support/lesson-driver.ts'

const id = 'lying-online-9-11'
const CHECK = `/export/preview?lesson=${id}&format=scorm12&locale=en`

/** @returns the lesson's own frame, once its player runs */
async function lessonFrame(page: Page): Promise<Frame> {
  await page.frameLocator('iframe').frameLocator('iframe').locator('.player [data-screen]').waitFor()
  const frame = page.frames().find(frame => frame.url() === 'about:srcdoc')
  if (!frame) throw new Error('no lesson')
  return frame
}

/** Goes to the next screen, without doing what this one asks for. */
/** To the next screen, whatever this one asks for: a check leaves out its questions one by one. */
async function goOn(driver: LessonDriver) {
  const from = await driver.screenId()
  while ((await driver.screenId()) === from) {
    for (const name of ['continue', 'skip', 'leave-out'])
      if ((await driver.action(name).count()) > 0) {
        await driver.press(name)
        break
      }
  }
}

const addressOf = (page: Page) => page.frames().find(frame => frame.url().includes('/preview/package/'))?.url() ?? ''

test('a lesson is played through with two resumes in its sandbox, and the page shows what it reported', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
  const asked: boolean[] = []
  page.on('response', response => response.url().endsWith('/connected.html') && asked.push(response.ok()))
  await page.goto(CHECK)
  const lesson = page.frameLocator('iframe').frameLocator('iframe')
  const driver = new LessonDriver(lesson, await readLesson(id))
  await driver.screen().waitFor()
  await expect(page.locator('[data-call="LMSInitialize"]')).toBeVisible()
  await goOn(driver)
  const left = await driver.screenId()

  await page.locator('[data-action="relaunch"]').click()
  await expect(page.locator('.state')).toContainText('Launch 2: resumed')
  await expect(driver.screen()).toHaveAttribute('data-screen', left)
  // It was left properly, so its last words came while its frame was taken away.
  await expect(page.locator('[data-call="LMSFinish"]')).toHaveAttribute('data-problem', 'false')

  await goOn(driver)
  const broken = await driver.screenId()
  await page.locator('[data-action="resume"]').click()
  await expect(page.locator('.state')).toContainText('Launch 3: resumed')
  await expect(driver.screen()).toHaveAttribute('data-screen', broken)

  await driver.skipTo('quiz')
  await driver.doQuiz('right')
  await driver.press('continue')
  await driver.finish()
  await expect(page.locator('.state')).toContainText('The lesson has ended its session.')
  await expect(page.locator('.state')).toContainText('Kept by the LMS: passed, score 100')
  await expect(page.locator('[data-element="cmi.core.lesson_status"]')).toContainText('passed')
  // As behind an LMS, the lesson has asked its server whether it is there.
  await expect.poll(() => asked).toContain(true)
  expect(complaints).toEqual([])
})

test('from inside there is no way to this site, to what the browser keeps, or out', async ({ page, context }) => {
  await context.addCookies([{ name: 'secret', value: 'of-the-site', domain: 'localhost', path: '/' }])
  await page.goto(CHECK)
  await page.evaluate(() => localStorage.setItem('secret', 'of-the-site'))
  const frame = await lessonFrame(page)
  const reached = await frame.evaluate(async () => {
    const attempts: Record<string, () => unknown> = {
      'the page around': () => window.parent.document,
      'the page at the top': () => window.top?.document,
      'its variables': () => (window.top as unknown as { useNuxtApp: unknown }).useNuxtApp,
      'the page\'s element for this frame': () => window.frameElement ?? Promise.reject(new Error('none')),
      cookies: () => document.cookie,
      'a cookie of its own': () => {
        document.cookie = 'mine=1'
      },
      localStorage: () => localStorage.getItem('secret'),
      sessionStorage: () => sessionStorage.length,
      indexedDB: () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('secret')
          opening.onsuccess = resolve
          opening.onerror = reject
        }),
      caches: () => caches.open('secret'),
      'the API with cookies': () => fetch(`${new URL(document.baseURI).origin}/api/auth/me`, { credentials: 'include' }),
      'the API without': () => fetch(`${new URL(document.baseURI).origin}/api/lessons`),
      'the API by a form': () =>
        new Promise((resolve, reject) => {
          document.addEventListener('securitypolicyviolation', reject, { once: true })
          setTimeout(reject, 300)
          const form = document.createElement('form')
          form.method = 'post'
          form.action = '/api/auth/sign-out'
          document.body.append(form)
          window.addEventListener('pagehide', resolve)
          form.submit()
        }),
      'the API by a beacon': () =>
        navigator.sendBeacon(`${new URL(document.baseURI).origin}/api/auth/sign-out`)
        && Promise.reject(new Error('queued, then held back by the policy')),
      'a page of ours in a frame': () =>
        new Promise((resolve, reject) => {
          document.addEventListener('securitypolicyviolation', reject, { once: true })
          const inner = document.createElement('iframe')
          inner.onload = () => setTimeout(resolve, 5_000)
          inner.src = `${new URL(document.baseURI).origin}/lessons`
          document.body.append(inner)
        }),
      'a service worker': () => navigator.serviceWorker.register('/worker.js'),
      'a worker': () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(`${document.baseURI.replace(/[^/]*$/, '')}player.js`)
          worker.onmessage = resolve
          worker.onerror = reject
        }),
      'a window of its own': () => window.open('/lessons') ?? Promise.reject(new Error('none')),
      'another page at the top': () => {
        if (window.top) window.top.location.href = '/lessons'
      },
      'a script from elsewhere': () =>
        new Promise((resolve, reject) => {
          const script = document.createElement('script')
          script.onload = resolve
          script.onerror = reject
          script.src = 'data:text/javascript,1'
          document.head.append(script)
        }),
    }
    const open: string[] = []
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        const got = await attempt()
        if (!(name === 'cookies' && got === '')) open.push(name)
      }
      catch { /* Shut, as it should be. */ }
    }
    return { origin: self.origin, open }
  })
  expect(reached).toEqual({ origin: 'null', open: [] })
  expect(new URL(page.url()).pathname).toBe('/export/preview')
  expect(context.pages()).toHaveLength(1)
  expect((await context.cookies()).map(({ name }) => name).sort()).toEqual(['secret', 'whos-there-preview'])

  // The page around takes no word but from the lesson's own window, and none that is not of its shape.
  await expect(page.locator('.state')).toContainText('The session is open')
  // The lesson has said by itself that it was begun.
  await expect(page.locator('.state')).toContainText('Kept by the LMS: incomplete')
  const before = await page.locator('.state').innerText()
  await frame.evaluate(() => window.top?.postMessage({ kind: 'saved', values: { 'cmi.core.lesson_status': 'passed' }, totalTime: '' }, '*'))
  await page.evaluate(() => window.postMessage('whos-there:preview-ready', '*'))
  expect(await page.locator('.state').innerText()).toBe(before)
})

test('it says that it is a preview on every screen, over help too, and in a window of its own', async ({ page, context }) => {
  await page.goto(CHECK)
  await lessonFrame(page)
  const shell = page.frameLocator('iframe')
  const lesson = shell.frameLocator('iframe')
  const inView = async (on: Page, notice = on.frameLocator('iframe').locator('.notice')) => {
    await expect(notice).toContainText('Preview.')
    await expect(notice).toBeInViewport({ ratio: 1 })
  }
  const driver = new LessonDriver(lesson, await readLesson(id))
  for (let screen = 0; screen < 3; screen++) {
    await goOn(driver)
    await lesson.locator('body').evaluate(() => window.scrollTo(0, 100_000))
    await shell.locator('body').evaluate(() => window.scrollTo(0, 100_000))
    await inView(page)
  }
  await lesson.locator('[data-action="help"]').first().click()
  await expect(lesson.getByRole('dialog')).toBeVisible()
  await inView(page)
  await lesson.locator('body').evaluate(() => document.documentElement.replaceChildren())
  await inView(page)

  const own = await context.newPage()
  await own.setViewportSize({ width: 360, height: 740 })
  await own.goto(addressOf(page))
  await expect(own.frameLocator('iframe').locator('.player [data-screen]')).toBeVisible()
  await inView(own, own.locator('.notice'))
  expect(await own.evaluate(() => {
    try {
      return localStorage.length
    }
    catch {
      return self.origin
    }
  })).toBe('null')
})

test('another browser with the address is told calmly that there is nothing for it, whichever file it asks for', async ({
  page,
  browser,
}) => {
  await page.goto(CHECK)
  await lessonFrame(page)
  const stranger = await browser.newContext()
  const other = await stranger.newPage()
  const address = addressOf(page)
  for (const file of ['index.html', 'fonts/lexend.woff2', 'lesson.js', 'imsmanifest.xml']) {
    const answer = await other.goto(address.replace('index.html', file))
    expect(answer?.status(), file).toBe(404)
    await expect(other.locator('h1'), file).toHaveText('This preview is not here')
  }
  await expect(other.getByRole('link', { name: 'To the export page' })).toHaveAttribute('href', '/export')
  await stranger.close()
})

test('no page says the words of whoever made the link to it', async ({ page, request }) => {
  const words = 'Call Sam on 07700 900123'
  const at = encodeURIComponent(words)
  for (const address of [
    `/${at}`,
    `/lessons/${at}`,
    `/lessons/lying-online-9-11?part=${at}`,
    `/gallery/${at}`,
    `/gallery/choice?only=${at}&register=${at}`,
    `/help?age=${at}`,
    `/export?lesson=${at}`,
    `/teach/sign-in?error=${at}&next=${at}`,
    `/setup?key=${at}`,
    `/join?code=${at}`,
    `/teach/set-password?key=${at}`,
    `/__nuxt_error?statusCode=404&statusMessage=${at}&message=${at}`,
  ]) {
    const html = await (await request.get(address, { headers: { accept: 'text/html' } })).text()
    const shown = html.replaceAll(/<script[\s\S]*?<\/script>|<[^>]*>/g, ' ')
    expect(shown, address).not.toContain('07700')
  }
  for (const [lesson, locale, said] of [
    [at, 'en', 'no lesson of that name'],
    [id, at.slice(0, 9), 'the locale of that name'],
    [id, at, 'say which language'],
  ]) {
    await page.goto(`/export/preview?lesson=${lesson}&format=scorm12&locale=${locale}`)
    await expect(page.getByRole('alert')).toContainText(said ?? '')
    await expect(page.locator('body')).not.toContainText('Sam')
  }
})
