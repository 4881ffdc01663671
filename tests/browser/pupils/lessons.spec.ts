/**
 * Every lesson to its end: in the app by keyboard alone and the first option everywhere, with axe-core looking at each screen, and in
 * a package under an LMS by the last option, which is seldom the safe one; there by keyboard once, since the parts are the same.
 */
import { expect, test, type Page } from '@playwright/test'
import { SUSPEND_DATA_LIMIT } from '#shared/attempt/suspend-data'
import { folderSource } from '../../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../../server/content/library/library.ts'
import { builtPackage, hostPackage } from '../../support/packages/package-host.ts'
import { hasTakenOver } from '../../support/packages/taken-over.ts'
import { expectAccessible } from '../support/axe.ts'
import { keyboardAlone as hand } from '../support/hand.ts'
import { LessonDriver, readLesson } from '../support/lesson-driver.ts'
import { open } from '../support/open-lesson.ts'

const { lessons } = await readLibrary(folderSource('content'))

function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  return errors
}

const byKeyboardInPackage = 'lying-online-9-11'

for (const { value: { id, passMark } } of lessons) {
  const isByKeyboard = id === byKeyboardInPackage
  const title = `${id} in a package${isByKeyboard ? ', by keyboard' : ''}: can be finished, leads to help, and fits into what an LMS keeps`
  test(title, async ({ page }) => {
    const { lmsUrl, close } = await hostPackage(await builtPackage(id, 'scorm12'), '1.2')
    const errors = errorsOf(page)
    await page.goto(lmsUrl)
    await page.evaluate(() => window.lms.launch())
    const frame = page.frameLocator('iframe')
    const driver = new LessonDriver(frame, await readLesson(id), { hand: isByKeyboard ? hand : undefined, pick: 'last' })
    await driver.screen().waitFor()
    await expect.poll(() => frame.locator('#player').evaluate(hasTakenOver)).toBe(true)
    await driver.goTo('ending')
    await driver.readTo('help')
    await expect(driver.screen()).toContainText('never your fault')
    await expect(driver.screen().locator('a[href^="tel:"]').first()).toBeVisible()
    await expect(driver.screen().locator('[data-help-route]')).not.toHaveCount(0)
    expect((await page.evaluate(() => window.lms.now())).suspend_data?.length).toBeLessThanOrEqual(SUSPEND_DATA_LIMIT)
    await driver.finish()
    await expect(driver.screen()).toHaveAttribute('data-screen', 'over')
    expect(await page.evaluate(() => window.lms.close())).toMatchObject({
      lesson_status: passMark === null ? 'completed' : 'passed',
      score: { raw: '100' },
    })
    expect(errors).toEqual([])
    await close()
  })

  test(`${id} in the app, by keyboard: can be finished, and axe-core finds nothing on any screen`, async ({ page }) => {
    const errors = errorsOf(page)
    await open(page, `/lessons/${id}/play`)
    const driver = new LessonDriver(page, await readLesson(id), { hand })
    for (;;) {
      const screen = await driver.screenId()
      await driver.doScreen()
      await expectAccessible(page, screen)
      if (screen === 'ending') break
      await driver.press('continue')
      await driver.player.locator(`[data-screen]:not([data-screen="${screen}"])`).waitFor()
    }
    await driver.finish()
    await expect(driver.screen()).toHaveAttribute('data-screen', 'over')
    await expectAccessible(page, 'over')
    expect(errors).toEqual([])
  })
}
