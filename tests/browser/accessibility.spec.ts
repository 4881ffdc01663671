/** axe-core on every screen of the lesson in the app, however it is looked at. */
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectContrast } from './support/axe.ts'
import { LessonDriver, readLesson } from './support/lesson-driver.ts'
import { lessonId, open } from './support/open-lesson.ts'

// The last option everywhere: seldom the safe one, so the screens with the most feedback. The walks below take the first one.
test('axe-core finds nothing on any screen, in any state', async ({ page }) => {
  test.setTimeout(300_000)
  await open(page)
  const seen = new Set<string>()
  const driver = new LessonDriver(page, await readLesson(lessonId), {
    pick: 'last',
    look: async (where) => {
      const path = await page.locator('[data-screen]').first().innerText()
      const state = `${where}: ${path.length}`
      if (seen.has(state)) return
      seen.add(state)
      await expectAccessible(page, where)
    },
  })
  await driver.goTo('ending', 'right')
  await driver.doScreen()
  await driver.press('finish')
  await expectAccessible(page, 'over')
})

const colours: Record<string, (page: Page) => Promise<unknown>> = {
  'in dark colours': page => page.evaluate(() => (document.documentElement.dataset.contrast = 'dark')),
  'in high contrast': page => page.evaluate(() => (document.documentElement.dataset.contrast = 'high')),
  async 'in forced colours'(page) {
    await page.evaluate(() => (document.documentElement.dataset.contrast = 'auto'))
    await page.emulateMedia({ forcedColors: 'active' })
  },
}

// The gallery looks at every type in every colour; here it is the player around them.
test('the colours of the player have contrast, dark, high, or forced by the system', async ({ page }) => {
  const driver = await open(page)
  for (const screen of ['opening', 'second']) {
    for (const [way, set] of Object.entries(colours)) {
      await set(page)
      await settled(page)
      await expectContrast(page, `${way}: ${screen}`)
    }
    await page.emulateMedia({ forcedColors: null })
    await driver.press('continue')
  }
})

/** How the page is laid out: set up before the lesson opens, or on each screen. */
const layouts: Record<string, { before?: (page: Page) => Promise<unknown>, each?: (page: Page) => Promise<unknown> }> = {
  'right to left': { each: page => page.evaluate(() => (document.documentElement.dir = 'rtl')) },
  // 1280 × 1024 at 400 %: the same as a window of 320 × 256.
  'at 320 px and 400 % zoom': { before: page => page.setViewportSize({ width: 320, height: 256 }) },
}

for (const [way, { before, each }] of Object.entries(layouts)) {
  test(`nothing scrolls sideways on the way through ${way}`, async ({ page }) => {
    test.setTimeout(300_000)
    await before?.(page)
    await open(page)
    const driver = new LessonDriver(page, await readLesson(lessonId), {
      look: oncePerScreen(async (where) => {
        await each?.(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), where).toBeLessThanOrEqual(0)
      }),
    })
    await driver.goTo('ending')
    await driver.doScreen()
  })
}

function oncePerScreen(look: (where: string) => Promise<void>) {
  const seen = new Set<string>()
  return async (where: string) => {
    const screen = where.split(':')[0] ?? ''
    if (seen.has(screen)) return
    seen.add(screen)
    await look(where)
  }
}

/** Colours change over a moment, which begins with the next frame. */
const settled = (page: Page) => page.evaluate(async () => {
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  await Promise.allSettled(document.getAnimations().map(animation => animation.finished))
})

test('axe-core finds nothing in Help, Pause and the reading settings', async ({ page }) => {
  const driver = await open(page)
  for (const name of ['help', 'pause', 'settings']) {
    await driver.player.locator(`header [data-action="${name}"]`).click()
    await expect(page.locator('dialog[open]')).toBeVisible()
    await expectAccessible(page, name)
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
  }
})

test('axe-core finds nothing on the pages around the lesson', async ({ page }) => {
  for (const address of ['/', '/lessons', `/lessons/${lessonId}`, `/lessons/${lessonId}/text`, '/help', '/privacy', '/accessibility', '/export', '/gallery']) {
    await page.goto(address)
    await expectAccessible(page, address)
  }
})
