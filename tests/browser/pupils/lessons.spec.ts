/**
 * Every lesson by keyboard alone: in a package under an LMS by the last option everywhere, which is seldom the safe one,
 * and in the app by the first, with axe-core looking at each screen.
 */
import { expect, test, type Page } from '@playwright/test'
import { SUSPEND_DATA_LIMIT } from '#shared/attempt/suspend-data'
import { folderSource } from '../../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../../server/content/library/library.ts'
import { builtPackage, hostPackage } from '../../support/packages/package-host.ts'
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

for (const { value: { id } } of lessons) {
  test(`${id} in a package, by keyboard: can be finished, leads to help, and fits into what an LMS keeps`, async ({ page }) => {
    test.setTimeout(240_000)
    const { lmsUrl, close } = await hostPackage(await builtPackage(id, 'scorm12'), '1.2')
    const errors = errorsOf(page)
    await page.goto(lmsUrl)
    await page.evaluate(() => window.lms.launch())
    const frame = page.frameLocator('iframe')
    const driver = new LessonDriver(frame, await readLesson(id), { hand, pick: 'last' })
    await driver.screen().waitFor()
    await expect.poll(() => frame.locator('#player').evaluate(element => '__vue_app__' in element)).toBe(true)
    await driver.goTo('ending')
    await expect(driver.screen()).toContainText('never your fault')
    await expect(driver.screen().locator('[data-help-route]').first()).toBeVisible()
    expect((await page.evaluate(() => window.lms.now())).suspend_data?.length).toBeLessThanOrEqual(SUSPEND_DATA_LIMIT)
    await driver.finish()
    await expect(driver.screen()).toHaveAttribute('data-screen', 'over')
    expect(await page.evaluate(() => window.lms.close())).toMatchObject({ lesson_status: 'passed', score: { raw: '100' } })
    expect(errors).toEqual([])
    await close()
  })

  test(`${id} in the app, by keyboard: can be finished, and axe-core finds nothing on any screen`, async ({ page }) => {
    test.setTimeout(240_000)
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
