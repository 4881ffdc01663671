/** The lesson in the app, as pupils take it on a shared device. */
import { expect, test, type Page } from '@playwright/test'
import { goTo } from '../support/alive.ts'
import { expectAccessible } from '../support/axe.ts'
import { pointer } from '../support/hand.ts'
import { lessonId, lessonOn, open, play } from '../support/open-lesson.ts'

const guestKey = `whos-there:guest:${lessonId}`

const kept = (page: Page) => page.evaluate(key => localStorage.getItem(key), guestKey)

test('a pupil takes the whole lesson from the home page, without an account', async ({ page }) => {
  await goTo(page, '/')
  await page.getByRole('link', { name: /try a lesson now/i }).click()
  const driver = await lessonOn(page, lessonId, { hand: pointer })
  await driver.screen().waitFor()
  await driver.goTo('ending')
  await driver.readTo('help')
  await expect(driver.screen()).toContainText('it is never your fault')
  await expect(driver.screen().locator('a[href^="tel:"]').first()).toBeVisible()
  await expect(driver.screen().locator('[data-help-route]')).not.toHaveCount(0)
  await driver.finish()
  await expect(driver.screen()).toHaveAttribute('data-screen', 'over')
  await expect.poll(() => kept(page)).toBeNull()
})

test.describe('a guest\'s attempt', () => {
  test('comes back on the exact screen after a reload, with the quiz where it was', async ({ page }) => {
    let driver = await open(page)
    await driver.goTo('quiz')
    await driver.doQuiz('right', 3)
    const item = await driver.screen().locator('[data-item]').getAttribute('data-item')
    await page.reload()
    driver = await lessonOn(page)
    await expect(driver.screen()).toHaveAttribute('data-screen', 'quiz')
    await expect(driver.screen().locator('[data-item]')).toHaveAttribute('data-item', item ?? '')
  })

  test('keeps no choice made in practice on the device', async ({ page }) => {
    const driver = await open(page)
    await driver.press('continue')
    await driver.doScreen()
    await expect.poll(() => kept(page)).toContain(lessonId)
    expect((await kept(page))?.split(';')[5]).toBe('')
  })

  test('two children in succession see nothing of each other', async ({ page, context }) => {
    let first = await open(page)
    await first.press('continue')
    await first.doScreen()
    const firstScreen = await first.screenId()
    await page.close()

    const next = await context.newPage()
    let second = await open(next)
    await expect(second.player.locator('[data-visit="ask"]')).toBeVisible()
    await expect(second.screen()).toHaveCount(0)
    await second.player.locator('[data-action="start-new"]').click()
    await expect(second.screen()).toHaveAttribute('data-screen-type', 'opening')
    await second.press('continue')
    await expect(second.screen()).toHaveAttribute('data-screen', firstScreen)
    await expect(second.screen().locator('input:checked, fieldset [aria-pressed="true"], [data-feedback]')).toHaveCount(0)

    // The tab is used again from the lessons page, without a reload: it asks as well.
    await next.goto('/lessons')
    second = await open(next)
    await expect(second.player.locator('[data-visit="ask"]')).toBeVisible()
    await second.player.locator('[data-action="carry-on"]').click()
    await expect(second.screen()).toHaveAttribute('data-screen', firstScreen)

    // Back never shows the lesson again after Leave this page.
    first = second
    await next.route('https://www.bbc.co.uk/**', route => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }))
    await first.player.locator('[data-action="leave"]').click()
    await expect(next).toHaveTitle('Weather')
    await next.goBack()
    await expect(next.locator(`[data-screen="${firstScreen}"]`)).toHaveCount(0)
  })

  test('can be cleared from this device', async ({ page }) => {
    const driver = await open(page)
    await driver.press('continue')
    await expect.poll(() => kept(page)).not.toBeNull()
    await goTo(page, '/privacy')
    await page.locator('[data-action="clear-device"]').click()
    await expect.poll(() => kept(page)).toBeNull()
  })

  test('starts again with a notice when what was saved is corrupt', async ({ page }) => {
    await page.addInitScript(key => localStorage.setItem(key, '￿nonsense\u0000'), guestKey)
    const driver = await open(page)
    await expect(driver.screen()).toHaveAttribute('data-screen-type', 'opening')
    await expect(driver.player.locator('[role="status"]')).toContainText('could not be read')
  })

  for (const [what, script] of [
    ['forbidden', () => Object.defineProperty(window, 'localStorage', { get: () => {
      throw new DOMException('denied', 'SecurityError')
    } })],
    ['full', () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    }],
  ] as const) {
    test(`works when the device's storage is ${what}, and says so`, async ({ page }) => {
      await page.addInitScript(script)
      const driver = await open(page)
      await driver.press('continue')
      await expect(driver.player.locator('[data-saving="not-recorded"]')).toBeVisible()
      await driver.doScreen()
      await driver.press('continue')
    })
  }

  test('open in a second tab: nothing is lost, and either tab can have it', async ({ page, context }) => {
    const first = await open(page)
    await first.press('continue')
    const screen = await first.screenId()
    const other = await context.newPage()
    const second = await open(other)
    await expect(second.player.locator('[data-visit="elsewhere"]')).toBeVisible()
    await second.player.locator('[data-action="bring-here"]').click()
    await expect(second.screen()).toHaveAttribute('data-screen', screen)
    await expect(first.player.locator('[data-visit="elsewhere"]')).toBeVisible()
    await second.doScreen()
    await second.press('continue')
    const later = await second.screenId()
    await first.player.locator('[data-action="bring-here"]').click()
    await expect(first.screen()).toHaveAttribute('data-screen', later)
  })
})

test.describe('Help, Pause and Leave this page', () => {
  test('help opens without a request or a change of address, an adult nearby first', async ({ page }) => {
    const driver = await open(page)
    await driver.press('continue')
    const address = page.url()
    // The lesson still brings scripts and pictures of its next screens; help needs none of those, and asks for nothing else.
    const asked: string[] = []
    page.on('request', request => /^\/(?:_nuxt|pictures)\//.test(new URL(request.url()).pathname) || asked.push(request.url()))
    await page.context().setOffline(true)
    await driver.player.locator('header [data-action="help"]').click()
    const dialog = page.locator('dialog[open]')
    await expect(dialog).toContainText('Tell an adult here now')
    await expect(dialog).toContainText('999')
    await expect(dialog).toContainText('Childline')
    expect(asked).toEqual([])
    expect(page.url()).toBe(address)
    await dialog.locator('[data-action="close"]').click()
    await expect(driver.player.locator('header [data-action="help"]')).toBeFocused()
  })

  test('are in reach on every screen at every size, also when scrolled down', async ({ page }) => {
    for (const viewport of [{ width: 360, height: 740 }, { width: 768, height: 1024 }, { width: 1366, height: 768 }]) {
      await page.setViewportSize(viewport)
      const driver = await open(page)
      const ask = driver.player.locator('[data-action="start-new"]')
      if (await ask.count() > 0) await ask.click()
      await driver.press('continue')
      await page.mouse.wheel(0, 2000)
      for (const name of ['help', 'pause', 'leave']) await expect(driver.player.locator(`header [data-action="${name}"]`)).toBeInViewport()
    }
  })

  test('pressing Shift three times leaves at once, and typing does not', async ({ page }) => {
    await page.route('https://www.bbc.co.uk/**', route => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }))
    await open(page)
    for (const key of ['Shift', 'Tab', 'Shift', 'Tab', 'Shift']) await page.keyboard.press(key)
    await expect(page).not.toHaveTitle('Weather')
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Shift')
    await expect(page).toHaveTitle('Weather')
  })

  test('the tab\'s title says nothing of the subject, and screens leave no trace in the history', async ({ page }) => {
    const driver = await open(page)
    const before = await page.evaluate(() => history.length)
    await driver.press('continue')
    expect(await page.evaluate(() => history.length)).toBe(before)
    expect(await page.title()).not.toMatch(/lying|online|groom|safe/i)
  })
})

test('text size, spacing, letters, colours and movement can be set, last, and can be reset', async ({ page }) => {
  let driver = await open(page)
  const root = page.locator('html')
  await driver.player.locator('[data-action="pause"]').click()
  await driver.player.locator('[data-action="settings"]').click()
  await page.locator('dialog[open] input[name="textSize"][value="largest"]').check()
  await page.locator('dialog[open] input[name="font"][value="opendyslexic"]').check()
  await page.locator('dialog[open] input[name="contrast"][value="high"]').check()
  await page.locator('dialog[open] input[name="motion"][value="still"]').check()
  await page.locator('dialog[open] input[name="spacing"][value="wide"]').check()
  const sizeNow = () => driver.screen().locator('h1').evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))
  const size = await sizeNow()
  await page.reload()
  driver = await lessonOn(page)
  await expect(root).toHaveAttribute('data-contrast', 'high')
  await expect(root).toHaveAttribute('data-font', 'opendyslexic')
  await expect.poll(sizeNow).toBe(size)
  await driver.player.locator('[data-action="pause"]').click()
  await driver.player.locator('[data-action="settings"]').click()
  await page.locator('dialog[open] [data-action="reset"]').click()
  await expect(root).toHaveAttribute('data-text-size', 'normal')
})

test('no request ever goes to another server, and axe-core finds nothing on the pages around the lesson', async ({ page }) => {
  const origins = new Set<string>()
  page.on('request', request => origins.add(new URL(request.url()).origin))
  for (const address of [
    '/',
    '/lessons',
    `/lessons/${lessonId}`,
    `/lessons/${lessonId}/text`,
    play,
    '/help',
    '/privacy',
    '/accessibility',
    '/gallery',
    '/export',
  ]) {
    await page.goto(address, { waitUntil: 'networkidle' })
    // lessons.spec.ts looks at the lesson itself.
    if (address !== play) await expectAccessible(page, address)
  }
  expect([...origins]).toEqual([new URL(page.url()).origin])
})

test('a step stands in one window with its picture: above it on a phone and a tablet, beside it on a laptop and in a low frame', async ({ page }) => {
  const driver = await open(page)
  const stands = () => driver.screen().evaluate((screen) => {
    const [panel, body] = ['.stage-panel', '.body'].map(part => screen.querySelector(part)?.getBoundingClientRect())
    if (!panel || !body) return 'nowhere'
    const share = Math.round((panel.width * panel.height * 100) / (window.innerWidth * window.innerHeight))
    const isScrolled = document.documentElement.scrollHeight > window.innerHeight
    return `${panel.right <= body.left + 1 ? 'beside' : 'above'}, ${share >= 15 ? 'large' : `${share} %`}, ${isScrolled ? 'scrolls' : 'one window'}`
  })
  for (const [width, height, place] of [[360, 740, 'above'], [768, 1024, 'above'], [1366, 768, 'beside'], [600, 400, 'beside']] as const) {
    await page.setViewportSize({ width, height })
    await expect.poll(stands, `${width} × ${height}`).toBe(`${place}, large, one window`)
  }
})
