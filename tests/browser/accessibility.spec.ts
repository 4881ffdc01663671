/** axe-core on every screen of the lesson in the app, in all contrast themes, on the first and on the last way through each branch. */
import { expect, test } from '@playwright/test'
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

for (const [contrast, digit] of [['dark', '2'], ['high contrast', '3']] as const) {
  test(`axe-core finds nothing on the way through in ${contrast}`, async ({ page }) => {
    test.setTimeout(300_000)
    await page.addInitScript(text => localStorage.setItem('whos-there:preferences', text), `000${digit}0`)
    await open(page)
    const seen = new Set<string>()
    const driver = new LessonDriver(page, await readLesson(lessonId), {
      look: async (where) => {
        const screen = where.split(':')[0] ?? ''
        if (seen.has(screen)) return
        seen.add(screen)
        await expectAccessible(page, `${contrast}: ${where}`)
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
