/** axe-core on every screen of the lesson in the app, however it is looked at, and on the first and the last way through each branch. */
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { LessonDriver, readLesson } from './support/lesson-driver.ts'
import { lessonId, open } from './support/open-lesson.ts'

for (const pick of ['first', 'last'] as const) {
  test(`axe-core finds nothing on any screen, in any state, taking the ${pick} option everywhere`, async ({ page }) => {
    test.setTimeout(300_000)
    await open(page)
    const seen = new Set<string>()
    const driver = new LessonDriver(page, await readLesson(lessonId), {
      pick,
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
}

/** How the page is looked at: set up before the lesson opens, or on each screen. */
const ways: Record<string, { before?: (page: Page) => Promise<unknown>, each?: (page: Page) => Promise<unknown> }> = {
  'in dark colours': { before: page => page.addInitScript(text => localStorage.setItem('whos-there:preferences', text), '00020') },
  'in high contrast': { before: page => page.addInitScript(text => localStorage.setItem('whos-there:preferences', text), '00030') },
  'in forced colours': { before: page => page.emulateMedia({ forcedColors: 'active' }) },
  'right to left': { each: page => page.evaluate(() => (document.documentElement.dir = 'rtl')) },
  // 1280 × 1024 at 400 %: the same as a window of 320 × 256.
  'at 320 px and 400 % zoom': { before: page => page.setViewportSize({ width: 320, height: 256 }) },
}

for (const [way, { before, each }] of Object.entries(ways)) {
  test(`axe-core finds nothing and nothing scrolls sideways on the way through ${way}`, async ({ page }) => {
    test.setTimeout(300_000)
    await before?.(page)
    await open(page)
    const seen = new Set<string>()
    const driver = new LessonDriver(page, await readLesson(lessonId), {
      look: async (where) => {
        const screen = where.split(':')[0] ?? ''
        if (seen.has(screen)) return
        seen.add(screen)
        await each?.(page)
        await expectAccessible(page, `${way}: ${where}`)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), where).toBeLessThanOrEqual(0)
      },
    })
    await driver.goTo('ending')
    await driver.doScreen()
  })
}

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
