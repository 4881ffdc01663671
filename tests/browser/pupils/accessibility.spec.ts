/** The lesson in the app, however it is looked at. */
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectContrast } from '../support/axe.ts'
import { LessonDriver, readLesson } from '../support/lesson-driver.ts'
import { lessonId, open } from '../support/open-lesson.ts'

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
    if (screen === 'opening') await driver.press('continue')
  }
})

// 1280 × 1024 at 400 %: the same as a window of 320 × 256. lessons.spec.ts looks at every screen with axe-core, gallery.spec.ts
// at every state of every type.
test('nothing scrolls sideways on the way through at 320 px and 400 % zoom, in either direction, nor with the largest text', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 })
  await open(page)
  const driver = new LessonDriver(page, await readLesson(lessonId), {
    pick: 'last',
    look: async (where) => {
      const wide = await page.evaluate(() => {
        const root = document.documentElement
        const ways = [['rtl', 'normal'], ['ltr', 'normal'], ['ltr', 'largest']] as const
        return ways.filter(([dir, textSize]) => {
          root.dir = dir
          root.dataset.textSize = textSize
          return root.scrollWidth > root.clientWidth
        })
      })
      expect(wide, where).toEqual([])
    },
  })
  await driver.goTo('ending')
  await driver.doScreen()
})

/** Colours change over a moment, which begins with the next frame. */
const settled = (page: Page) => page.evaluate(async () => {
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  await Promise.allSettled(document.getAnimations().map(animation => animation.finished))
})

test('axe-core finds nothing in Help, Pause and the reading settings', async ({ page }) => {
  const driver = await open(page)
  for (const name of ['help', 'pause', 'settings']) {
    if (name === 'settings') await driver.player.locator('header [data-action="pause"]').click()
    await driver.player.locator(`[data-action="${name}"]`).first().click()
    await expect(page.locator('dialog[open]')).toBeVisible()
    await expectAccessible(page, name)
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
  }
})
